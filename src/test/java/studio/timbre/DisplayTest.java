package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

  @ParameterizedTest
  @CsvSource({
    "DISPLAY, :0, true",
    "WAYLAND_DISPLAY, wayland-0, true",
    "DISPLAY, '', false",
    "SSH_TTY, /dev/pts/0, false"
  })
  void onLinuxADisplayIsNamedByTheEnvironment(String name, String value, boolean present) {
    assertThat(Display.isPresent(Map.of(name, value), system("Linux"))).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource({"Mac OS X", "Windows 11"})
  void otherSystemsHaveOneUnlessJavaIsToldOtherwise(String name) {
    var properties = system(name);
    assertThat(Display.isPresent(Map.of(), properties)).isTrue();
    properties.setProperty("java.awt.headless", "true");
    assertThat(Display.isPresent(Map.of(), properties)).isFalse();
  }

  @Test
  void drawingIntoMemoryNeedsNoScreen() {
    var properties = system("Linux");
    properties.setProperty("glass.platform", "Headless");
    properties.setProperty("java.awt.headless", "true");
    assertThat(Display.isPresent(Map.of(), properties)).isTrue();
  }

  private static Properties system(String name) {
    var properties = new Properties();
    properties.setProperty("os.name", name);
    return properties;
  }
}
