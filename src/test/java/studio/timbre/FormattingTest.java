package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Java sources stand as google-java-format writes them. Spotless cannot see to it: it runs in the Java of Maven, which may
 * be too old to read these sources. {@code mvn test -Dtest=FormattingTest -Dformat=write} formats them.
 */
class FormattingTest {

  @Test
  void sourcesAreFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("format"));
    var formatter = new Formatter(JavaFormatterOptions.builder().formatJavadoc(false).build());
    var wrong = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String formatted =
            formatter.formatSource(
                ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source),
                    JavaFormatterOptions.Style.GOOGLE));
        if (!formatted.equals(source)) {
          wrong.add(file);
          if (write) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    if (!write) {
      assertThat(wrong).as("run: mvn test -Dtest=FormattingTest -Dformat=write").isEmpty();
    }
  }
}
