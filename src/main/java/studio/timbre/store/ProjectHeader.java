package studio.timbre.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import studio.timbre.model.UserFacingException;

/**
 * The first bytes of a file, read without SQLite so that a file of somebody else is not touched. Places are those of the SQLite
 * file format: user version at 60, application id at 68, both big-endian.
 */
record ProjectHeader(boolean sqlite, int version, int application) {
  /** "TMBR": tells a project from any other SQLite file. */
  static final int APPLICATION = 0x544d4252;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LENGTH = 100;

  static ProjectHeader read(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LENGTH);
      if (bytes.length < LENGTH || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        return new ProjectHeader(false, 0, 0);
      }
      var header = ByteBuffer.wrap(bytes);
      return new ProjectHeader(true, header.getInt(60), header.getInt(68));
    }
  }

  /**
   * @param file as the person named it
   */
  void check(Path file) throws UserFacingException {
    if (!sqlite || application != APPLICATION) {
      throw Failures.failure(
          "error.project.notAProject",
          "%s is not a Timbre project, so it was left alone. To bring in training data, use Import.",
          file);
    }
    if (version > Migrations.VERSION) {
      throw newer(file);
    }
  }

  static UserFacingException newer(Path file) {
    return Failures.failure(
        "error.project.newer",
        "%s was made by a newer version of Timbre. Nothing was changed; update Timbre to open it.",
        file);
  }
}
