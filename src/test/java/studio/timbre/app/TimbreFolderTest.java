package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimbreFolderTest {
  @TempDir Path home;

  @Test
  void timbreHomeHasTheLastWord() {
    var elsewhere = home.resolve("elsewhere");
    var environment = Map.of("TIMBRE_HOME", elsewhere.toString(), "XDG_DATA_HOME", "/data");
    assertThat(TimbreFolder.of(environment, "Linux", home).root()).isEqualTo(elsewhere);
  }

  @Test
  void linuxFollowsTheBaseDirectorySpecification() {
    assertThat(TimbreFolder.of(Map.of(), "Linux", home).root())
        .isEqualTo(home.resolve(".local/share/timbre"));
    var data = home.resolve("data");
    assertThat(TimbreFolder.of(Map.of("XDG_DATA_HOME", data.toString()), "Linux", home).root())
        .isEqualTo(data.resolve("timbre"));
    assertThat(TimbreFolder.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", home).root())
        .isEqualTo(home.resolve(".local/share/timbre"));
  }

  @Test
  void otherSystemsHaveTheirUsualPlaces() {
    assertThat(TimbreFolder.of(Map.of(), "Mac OS X", home).root())
        .isEqualTo(home.resolve("Library/Application Support/Timbre"));
    var local = home.resolve("Local");
    assertThat(TimbreFolder.of(Map.of("LOCALAPPDATA", local.toString()), "Windows 11", home).root())
        .isEqualTo(local.resolve("Timbre"));
  }

  @Test
  void askingForAPlaceMakesNothing() {
    var folder = new TimbreFolder(home.resolve("timbre"));
    assertThat(folder.models()).startsWithRaw(folder.root());
    assertThat(folder.root()).doesNotExist();
  }
}
