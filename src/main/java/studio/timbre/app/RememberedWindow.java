package studio.timbre.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the window stood when it was closed. A broken file counts as none. */
public final class RememberedWindow {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  RememberedWindow(Path file) {
    this.file = file;
  }

  public Optional<WindowPlace> place() {
    try {
      var node = MAPPER.readTree(SmallFile.read(file).orElse("{}"));
      return Stream.of("x", "y", "width", "height").map(node::path).allMatch(JsonNode::isNumber)
          ? Optional.of(
              new WindowPlace(
                  node.path("x").asDouble(),
                  node.path("y").asDouble(),
                  node.path("width").asDouble(),
                  node.path("height").asDouble(),
                  node.path("maximized").asBoolean()))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      System.getLogger(RememberedWindow.class.getName())
          .log(System.Logger.Level.WARNING, file + " is broken", e);
      return Optional.empty();
    }
  }

  public void remember(WindowPlace place) {
    SmallFile.write(file, MAPPER.valueToTree(place).toPrettyString() + "\n");
  }
}
