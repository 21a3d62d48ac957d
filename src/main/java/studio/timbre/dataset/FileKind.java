package studio.timbre.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.timbre.model.UserFacingException;

/** What a file is, told by its first bytes, and where these are text by the ending of its name. */
public enum FileKind {
  JSON,
  SEPARATED,
  WORKBOOK,
  PARQUET,
  TRANSCRIPT;

  /** How files begin that people try, and that hold no text that could be read: PDF, RTF, pictures, archives, sound, models. */
  private static final List<byte[]> OTHERS =
      Stream.of(
              "%PDF-",
              "{\\rtf",
              "\u0089PNG",
              "GIF89a",
              "\u00ff\u00d8\u00ff",
              "Rar!\u001a",
              "7z\u00bc\u00af",
              "\u001f\u008b",
              "OggS\0",
              "GGUF",
              "SQLite format 3")
          .map(start -> start.getBytes(StandardCharsets.ISO_8859_1))
          .toList();

  private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  /**
   * Looks at the beginning of a file.
   *
   * @throws UserFacingException for a kind that is known and cannot be read
   */
  public static FileKind of(Path file) throws IOException, UserFacingException {
    byte[] start;
    try (var input = Files.newInputStream(file)) {
      start = input.readNBytes(64);
    }
    if (begins(start, OLD_EXCEL)) {
      String name = String.valueOf(file.getFileName());
      throw new UserFacingException(
          "error.dataset.oldSheet",
          name
              + " is a workbook of an old Excel or locked with a password, so nothing of it was imported."
              + " Save it as .xlsx without a password.",
          name);
    }
    if (OTHERS.stream().anyMatch(other -> begins(start, other))) {
      String name = String.valueOf(file.getFileName());
      throw new UserFacingException(
          "error.dataset.otherKind",
          name
              + " is of a kind that Timbre does not read, so nothing of it was imported. Copy its text into a"
              + " spreadsheet or a .txt file, or save it as one.",
          name);
    }
    if (begins(start, "PAR1".getBytes(StandardCharsets.US_ASCII))) {
      return PARQUET;
    }
    if (begins(start, new byte[] {'P', 'K', 3, 4}) || begins(start, new byte[] {'P', 'K', 5, 6})) {
      return WORKBOOK;
    }
    return ofText(file, start);
  }

  private static FileKind ofText(Path file, byte[] start) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.(csv|tsv|tab|psv)")) {
      return SEPARATED;
    }
    if (name.matches(".*\\.(xlsx|xlsm|ods)")) {
      return WORKBOOK;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    if (name.matches(".*\\.(md|markdown|txt|text)")) {
      int first = 0;
      while (first < start.length && (FileBytes.isSpace(start[first]) || start[first] < 0)) {
        first++;
      }
      boolean json = first < start.length && (start[first] == '{' || looksLikeList(start, first));
      return json ? JSON : TRANSCRIPT;
    }
    return JSON;
  }

  /** A bracket may also open a time. */
  private static boolean looksLikeList(byte[] start, int first) {
    int next = first + 1;
    while (next < start.length && FileBytes.isSpace(start[next])) {
      next++;
    }
    return start[first] == '[' && next < start.length && (start[next] == '{' || start[next] == '[');
  }

  private static boolean begins(byte[] bytes, byte[] first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (bytes[i] != first[i]) {
        return false;
      }
    }
    return true;
  }
}
