package studio.timbre.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import studio.timbre.json.VoiceGuideJson;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.VoiceGuide;

/** A voice guide as a file of its own, for colleagues and other projects. */
final class GuideFile {
  /** A guide of ten thousand phrases is far smaller. */
  private static final int MOST_BYTES = 4 << 20;

  private GuideFile() {}

  static VoiceGuide read(Path file) throws UserFacingException {
    try (var stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      return VoiceGuideJson.read(
          bytes.length > MOST_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UserFacingException(
          "error.voice.unreadable",
          "%s could not be read. Nothing was taken over. See whether the file is there, and whether you may open it."
              .formatted(file.getFileName()),
          e,
          String.valueOf(file.getFileName()));
    }
  }

  /** Whole or not at all. */
  static void write(Path file, VoiceGuide guide) throws UserFacingException {
    var part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(part, VoiceGuideJson.write(guide) + "\n");
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      part.toFile().delete();
      throw Writing.unwritable(file, e);
    }
  }
}
