package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedWindowTest {
  @TempDir Path home;

  @Test
  void isReadAsItWasWritten() {
    var place = new WindowPlace(-1200, 40.5, 1100, 720, true);
    memory().remember(place);
    assertThat(home.resolve("window.json")).exists();
    assertThat(memory().place()).contains(place);
  }

  @Test
  void aMissingOrBrokenFileIsNoMemory() throws Exception {
    assertThat(memory().place()).isEmpty();
    Files.writeString(home.resolve("window.json"), "{\"x\": 4, \"y\":");
    assertThat(memory().place()).isEmpty();
    Files.writeString(home.resolve("window.json"), "{\"x\": 4, \"y\": 5, \"width\": \"wide\"}");
    assertThat(memory().place()).isEmpty();
  }

  private RememberedWindow memory() {
    return new RememberedWindow(new TimbreFolder(home).window());
  }
}
