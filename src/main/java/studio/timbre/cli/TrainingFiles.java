package studio.timbre.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.FileTraining;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;

/** Reads training files and names their broken lines. */
final class TrainingFiles {
  private static final int NAMED = 20;

  private TrainingFiles() {}

  /** The conversations of a file whose every line is sound; else its problems are told. */
  static Optional<List<Conversation>> read(FileTraining training, Path file, Output output)
      throws UserFacingException {
    var lines = training.read(file);
    lines.refused().stream()
        .limit(NAMED)
        .forEach(
            refusal ->
                output.error(
                    refusal.key(),
                    "%s, %s: %s".formatted(file, refusal.place(), refusal.english())));
    int unnamed = lines.refused().size() - NAMED;
    if (unnamed > 0) {
      output.remark("And %s lines more.".formatted(Numbers.whole(unnamed)));
    }
    if (!lines.refused().isEmpty()) {
      return Optional.empty();
    }
    if (lines.conversations().isEmpty()) {
      output.error("empty_file", "There is no conversation in %s.".formatted(file));
      return Optional.empty();
    }
    return Optional.of(lines.conversations());
  }
}
