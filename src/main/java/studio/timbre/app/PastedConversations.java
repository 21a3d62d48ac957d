package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.timbre.dataset.FileKind;
import studio.timbre.dataset.PastedText;
import studio.timbre.model.UserFacingException;

/** What lay on the clipboard, as a file that can be imported; it goes when it is closed. */
public final class PastedConversations implements AutoCloseable {
  private final Path folder;
  private final Path file;

  private PastedConversations(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /** A table that was copied as one. */
  public static PastedConversations ofTable(List<List<String>> rows) throws UserFacingException {
    return write(
        "csv",
        rows.stream()
            .map(
                cells ->
                    cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  /** A text, told by what it holds: JSON, transcripts, separated values. Empty where it is none of these. */
  public static Optional<PastedConversations> ofText(String text) throws UserFacingException {
    var kind = PastedText.kind(text);
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(write(kind.get() == FileKind.JSON ? "jsonl" : ending(kind.get()), text));
  }

  private static String ending(FileKind kind) {
    return kind == FileKind.TRANSCRIPT ? "txt" : "csv";
  }

  private static PastedConversations write(String ending, String text) throws UserFacingException {
    try {
      var folder = Files.createTempDirectory("timbre-");
      var file = folder.resolve("clipboard." + ending);
      // As UTF-8 whatever it holds: half a character becomes a question mark.
      Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return new PastedConversations(folder, file);
    } catch (IOException e) {
      throw Writing.unwritable(Path.of("clipboard." + ending), e);
    }
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
