package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.UserFacingException;

class TimbreTest {
  @TempDir Path folder;
  private Timbre timbre;

  @BeforeEach
  void start() {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
  }

  @Test
  void recentProjectsAreNewestFirstAndStillThere() throws Exception {
    assertThat(timbre.recentProjects()).isEmpty();
    var a = folder.resolve("a.timbre");
    var b = folder.resolve("b.timbre");
    timbre.create(a).close();
    timbre.create(b).close();
    assertThat(timbre.recentProjects()).containsExactly(b, a);
    timbre.open(a).close();
    assertThat(timbre.recentProjects()).containsExactly(a, b);
    Files.delete(a);
    assertThat(timbre.recentProjects()).containsExactly(b);
    assertThatThrownBy(() -> timbre.open(a)).isInstanceOf(UserFacingException.class);
    Files.writeString(folder.resolve("home/recent.json"), "{broken");
    assertThat(timbre.recentProjects()).isEmpty();
    timbre.open(b).close();
    assertThat(timbre.recentProjects()).containsExactly(b);
  }

  @Test
  void startingAloneLeavesNothingOnTheDisk() {
    timbre.preferences().theme();
    assertThat(timbre.catalogue()).isNotEmpty();
    assertThat(timbre.catalogueProblem()).isEmpty();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    assertThat(timbre.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }
}
