package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.UserFacingException;

/**
 * The files to import, those of folders in the order of their names.
 *
 * @param bytes of all files together
 * @param others files of folders that are of no kind that Timbre reads
 */
record ImportSources(List<Path> given, List<Path> files, long bytes, List<Refusal> others) {
  private static final int DEEPEST_FOLDER = 32;

  static ImportSources of(List<Path> given) throws UserFacingException {
    var files = new ArrayList<Path>();
    var others = new ArrayList<Refusal>();
    long bytes = 0;
    for (var source : given) {
      try {
        if (Files.isDirectory(source)) {
          expand(source, files, others);
        } else {
          files.add(source);
        }
      } catch (IOException e) {
        throw unreadable(source, e);
      }
    }
    for (var file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return new ImportSources(List.copyOf(given), List.copyOf(files), bytes, List.copyOf(others));
  }

  private static void expand(Path folder, List<Path> files, List<Refusal> others)
      throws IOException {
    try (var found = Files.walk(folder, DEEPEST_FOLDER)) {
      for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
        if (isHidden(folder.relativize(file))) {
          continue;
        }
        if (ImportEndings.isKnown(file)) {
          files.add(file);
        } else {
          others.add(
              new Refusal(
                  folder.relativize(file).toString(),
                  0,
                  "",
                  "dataset.leftOut.otherKind",
                  "a file of a kind that Timbre does not read",
                  List.of()));
        }
      }
    }
  }

  private static boolean isHidden(Path relative) {
    for (var part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  boolean isOne() {
    return given.size() == 1 && files.size() == 1 && files.equals(given);
  }

  /** What a file is called among the others. */
  String name(Path file) {
    for (var source : given) {
      if (!file.equals(source) && file.startsWith(source)) {
        return source.relativize(file).toString();
      }
    }
    return String.valueOf(file.getFileName());
  }

  static UserFacingException unreadable(Path file, Exception cause) {
    String name = String.valueOf(file.getFileName());
    return cause instanceof NoSuchFileException
        ? new UserFacingException(
            "error.dataset.missing",
            "There is no file %s any more, so nothing of it was imported. Look where it has gone."
                .formatted(name),
            cause,
            name)
        : new UserFacingException(
            "error.dataset.unreadable",
            "%s could not be read, so nothing of it was imported. Check that the file can be opened elsewhere."
                .formatted(name),
            cause,
            name);
  }
}
