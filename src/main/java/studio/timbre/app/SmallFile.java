package studio.timbre.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Small files of Timbre's own. They are a comfort: what cannot be read or written is told to the log alone. */
final class SmallFile {
  private SmallFile() {}

  static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      warn("could not be read", file, e);
      return Optional.empty();
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      warn("could not be deleted", file, e);
    }
  }

  /** Whole or not at all. */
  static void write(Path file, String text) {
    var part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      warn("could not be written", file, e);
      part.toFile().delete();
    }
  }

  private static void warn(String what, Path file, IOException cause) {
    System.getLogger(SmallFile.class.getName())
        .log(System.Logger.Level.WARNING, file + " " + what, cause);
  }
}
