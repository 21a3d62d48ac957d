package studio.timbre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds keys where none may be. Every secret of the tests begins with one of two marks, so that it can be told from all else. */
public final class CanaryKeys {
  /** The beginning of every key in the tests. */
  public static final String MARK = "sk-canary-";

  /** The beginning of every passphrase. */
  static final String PASSPHRASE_MARK = "four harbour gulls";

  /** Weights and the like hold no text of ours and take long to read. */
  private static final long LARGEST = 64L << 20;

  private static final Map<String, byte[]> FORMS = forms();

  private CanaryKeys() {}

  private static Map<String, byte[]> forms() {
    var forms = new LinkedHashMap<String, byte[]>();
    for (var mark : List.of(MARK, PASSPHRASE_MARK)) {
      // Without the mark itself: the report of a find would be the next one.
      String name = mark.equals(MARK) ? "a key" : "a passphrase";
      forms.put(name, mark.getBytes(StandardCharsets.UTF_8));
      for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        forms.put(name + " in " + charset, mark.getBytes(charset));
      }
      // In base64 the same text looks different at each of three places in a group.
      for (int before = 0; before < 3; before++) {
        var text = ("x".repeat(before) + mark).getBytes(StandardCharsets.UTF_8);
        int first = before == 0 ? 0 : before + 1;
        var shifted =
            Base64.getEncoder().encodeToString(text).substring(first, text.length * 8 / 6);
        forms.put(name + " in base64, " + before, shifted.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return forms;
  }

  /** The files below a folder that hold a key, each with the form that it has there. */
  public static List<String> in(Path folder) {
    var found = new ArrayList<String>();
    if (!Files.exists(folder)) {
      return found;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
                form(Files.readAllBytes(file))
                    .ifPresent(form -> found.add(file + " (" + form + ")"));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              // Files of other programs, and those that just went.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Optional<String> form(byte[] content) {
    return FORMS.entrySet().stream()
        .filter(form -> contains(content, form.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int start = 0; start <= content.length - wanted.length; start++) {
      int length = 0;
      while (length < wanted.length && content[start + length] == wanted[length]) {
        length++;
      }
      if (length == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
