package studio.timbre.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.ProjectFile;

/** Makes the project that Timbre comes with: the voice of a small coffee roaster. */
final class SampleProject {
  static final String FILE = "Gull & Kettle.timbre";

  /** The setting under which a project keeps its style guide, in Markdown. */
  static final String STYLE_GUIDE = "style-guide";

  private static final String RESOURCES = "/studio/timbre/sample/";

  private SampleProject() {}

  /** Puts the project into the folder, whole or not at all. What happens to it later is the person's own business. */
  static Path make(Path folder) throws UserFacingException {
    var place = folder.resolve(FILE);
    var part = folder.resolve("." + UUID.randomUUID() + ".timbre");
    try {
      Files.createDirectories(folder);
      try (var project = ProjectFile.create(part)) {
        fill(project);
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      return place;
    } catch (IOException e) {
      throw new UserFacingException(
          "error.project.sample",
          "The sample project could not be made in %s. Check that you may write there, and that the disk is not full."
              .formatted(folder),
          e,
          folder.toString());
    } finally {
      part.toFile().delete();
    }
  }

  private static void fill(ProjectFile project) throws IOException, UserFacingException {
    var transfer = new Transfer(project.conversations(), project.edits("Timbre"));
    take(transfer, "train.en.jsonl", Split.TRAINING, Status.APPROVED);
    take(transfer, "train.pt-BR.jsonl", Split.TRAINING, Status.IN_REVIEW);
    take(transfer, "train.id.jsonl", Split.TRAINING, Status.IN_REVIEW);
    take(transfer, "heldout.en.jsonl", Split.HELD_OUT, Status.APPROVED);
    try (var guide = open("style-guide.md")) {
      project.settings().put(STYLE_GUIDE, new String(guide.readAllBytes(), StandardCharsets.UTF_8));
    }
    // What the person undoes first must be something that the person did.
    project.journal().forget();
  }

  private static void take(Transfer transfer, String resource, Split split, Status status)
      throws IOException, UserFacingException {
    var copy = Files.createTempFile("timbre", ".jsonl");
    try {
      try (var stream = open(resource)) {
        Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      var report =
          transfer.read(List.of(copy), split, status, TableMappings.GUESSED, Progress.NONE);
      if (report.refusedLines() > 0) {
        throw new IllegalStateException(resource + ": " + report.refused());
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static InputStream open(String resource) {
    var stream = SampleProject.class.getResourceAsStream(RESOURCES + resource);
    if (stream == null) {
      throw new IllegalStateException("missing from the program: " + resource);
    }
    return stream;
  }
}
