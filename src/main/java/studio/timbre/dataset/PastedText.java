package studio.timbre.dataset;

import java.util.Optional;
import studio.timbre.dataset.table.TableFile;
import studio.timbre.dataset.transcript.Transcript;

/** Tells what a text is that was copied somewhere. */
public final class PastedText {
  private PastedText() {}

  /** The kind of file that it would be; empty where it is nothing that conversations are read from. */
  public static Optional<FileKind> kind(String text) {
    String bare = text.strip();
    if (bare.startsWith("{") || bare.matches("(?s)\\[\\s*[\\[{].*")) {
      return Optional.of(FileKind.JSON);
    }
    if (Transcript.read(text).isPresent() || speaks(text)) {
      return Optional.of(FileKind.TRANSCRIPT);
    }
    return TableFile.looksLike(text) ? Optional.of(FileKind.SEPARATED) : Optional.empty();
  }

  /** Several transcripts below each other, with headings or lines between them. */
  private static boolean speaks(String text) {
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    long spoken =
        text.lines()
            .map(line -> line.split(":", 2))
            .filter(parts -> parts.length == 2 && Speakers.role(parts[0]).isPresent())
            .count();
    return spoken >= 2 && spoken * 4 >= lines;
  }
}
