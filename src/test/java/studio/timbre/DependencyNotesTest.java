package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every dependency has its line in docs/decisions/002-dependencies.md, with the version that the build takes. */
class DependencyNotesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{([^}]+)}</version>");

  /** How the note calls what is published under another name. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("javafx-controls", "JavaFX"),
          Map.entry("atlantafx-base", "AtlantaFX"),
          Map.entry("jackson-databind", "Jackson databind"),
          Map.entry("tokenizers", "DJL Hugging Face tokenizers"),
          Map.entry("sqlite-jdbc", "SQLite JDBC"),
          Map.entry("slf4j-jdk14", "SLF4J"),
          Map.entry("lucene-analysis-common", "Lucene analysis-common"),
          Map.entry("opennlp-tools", "Apache OpenNLP tools"),
          Map.entry("junit-jupiter", "JUnit"),
          Map.entry("assertj-core", "AssertJ"),
          Map.entry("archunit-junit5", "ArchUnit"),
          Map.entry("testfx-junit5", "TestFX"),
          Map.entry("error_prone_core", "Error Prone"));

  @Test
  void everyDependencyIsAccountedFor() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    var note = Files.readAllLines(Path.of("docs/decisions/002-dependencies.md"));
    var dependencies = DEPENDENCY.matcher(pom);
    int found = 0;
    while (dependencies.find()) {
      String name = NAMES.getOrDefault(dependencies.group(1), dependencies.group(1));
      String version = property(pom, dependencies.group(2));
      assertThat(note)
          .as(name + " " + version)
          .anyMatch(
              line -> line.toLowerCase().contains(name.toLowerCase()) && line.contains(version));
      found++;
    }
    assertThat(found).isGreaterThan(15);
  }

  private static String property(String pom, String name) {
    var value = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
    assertThat(value.find()).as(name).isTrue();
    return value.group(1);
  }
}
