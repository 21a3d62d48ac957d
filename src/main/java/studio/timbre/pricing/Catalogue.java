package studio.timbre.pricing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.UserFacingException;

/**
 * The models that can be trained through an API, with prices, limits and end dates: facts that age, so each line tells where it
 * comes from and when. A file of the person's own, in the same shape, has the last word line by line: a line of it names a
 * provider and a model, and what else it says replaces what was known; a line with a new name is added.
 *
 * @param entries in the order of the shipped file, the person's own lines behind
 * @param ownFileProblem why the person's own file was left aside, if it was
 */
public record Catalogue(
    List<CatalogueEntry> entries, Optional<UserFacingException> ownFileProblem) {
  private static final String SHIPPED = "/studio/timbre/catalogue.json";

  public Catalogue {
    entries = List.copyOf(entries);
  }

  /** The catalogue that comes with the program. */
  public static Catalogue shipped() {
    return new Catalogue(entries(shippedLines()), Optional.empty());
  }

  /** The shipped catalogue with the person's own file on top; a file that cannot be used is left aside as a whole. */
  public static Catalogue with(Path ownFile) {
    if (!Files.exists(ownFile)) {
      return shipped();
    }
    try {
      var lines = new LinkedHashMap<Key, ObjectNode>();
      shippedLines().forEach(line -> lines.put(Key.of(line), line));
      for (var own : CatalogueJson.lines(Files.readString(ownFile))) {
        lines.merge(Key.of(own), own, (known, said) -> known.deepCopy().setAll(said));
      }
      return new Catalogue(entries(List.copyOf(lines.values())), Optional.empty());
    } catch (CharacterCodingException e) {
      return withoutOwn(ownFile, "it is not a text in UTF-8", e);
    } catch (IOException e) {
      return withoutOwn(ownFile, "it cannot be read", e);
    } catch (IllegalArgumentException e) {
      return withoutOwn(ownFile, String.valueOf(e.getMessage()), e);
    }
  }

  /** The model that a name means; see {@link ModelNames}. */
  public Optional<CatalogueEntry> find(String name) {
    return ModelNames.find(name, entries);
  }

  private record Key(String provider, String model) {
    static Key of(ObjectNode line) {
      return new Key(line.path("provider").asText(), line.path("model").asText());
    }
  }

  private static List<ObjectNode> shippedLines() {
    try (var stream = Catalogue.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new IllegalStateException(SHIPPED + " is not in the program");
      }
      return CatalogueJson.lines(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CatalogueEntry> entries(List<ObjectNode> lines) {
    var entries = new ArrayList<CatalogueEntry>(lines.size());
    lines.forEach(line -> entries.add(CatalogueJson.entry(line)));
    return entries;
  }

  private static Catalogue withoutOwn(Path file, String reason, Exception cause) {
    String sentence =
        "Timbre shows its own prices, because %s could not be used: %s. Correct or remove the file."
            .formatted(file, reason);
    var problem =
        new UserFacingException(
            "error.catalogue.unusable", sentence, cause, file.toString(), reason);
    return new Catalogue(shipped().entries(), Optional.of(problem));
  }
}
