package studio.timbre.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The models that Timbre offers by name; {@code starters.json} holds them, the one to begin with first. */
public final class Starters {

  private Starters() {}

  public static List<Starter> load() {
    try (var file = Starters.class.getResourceAsStream("starters.json")) {
      return List.of(new JsonMapper().readValue(file, Starter[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("starters.json", e);
    }
  }
}
