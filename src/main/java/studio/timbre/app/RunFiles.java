package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.timbre.jobs.local.WorkerFolder;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;

/** The files of a run. */
final class RunFiles {
  private RunFiles() {}

  /**
   * Writes the conversations into a new run's folder.
   *
   * @return the file to measure with, where there is something to measure with
   */
  static Optional<Path> write(WorkerFolder folder, TrainingData data) throws UserFacingException {
    try {
      Files.createDirectories(folder.root());
      write(folder.training(), data.training());
      if (data.heldOut().isEmpty()) {
        Files.deleteIfExists(folder.heldOut());
        return Optional.empty();
      }
      write(folder.heldOut(), data.heldOut());
      return Optional.of(folder.heldOut());
    } catch (IOException e) {
      throw failed(folder.root(), e);
    }
  }

  static void write(Path file, List<Conversation> conversations) throws IOException {
    try (var writer = Files.newBufferedWriter(file)) {
      for (var conversation : conversations) {
        writer.write(ConversationJson.write(conversation));
        writer.write('\n');
      }
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws UserFacingException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UserFacingException(
          "error.run.notDeleted",
          "The files of this training could not all be deleted. Close programs that use them and delete it again: "
              + folder,
          e,
          folder.toString());
    }
  }

  static UserFacingException failed(Path folder, IOException cause) {
    return new UserFacingException(
        "error.run.notWritten",
        "The training data could not be written to %s, so nothing was started. Make room on the disk or choose another folder. %s"
            .formatted(folder, cause.getMessage()),
        cause,
        folder.toString(),
        String.valueOf(cause.getMessage()));
  }
}
