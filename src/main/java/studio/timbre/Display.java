package studio.timbre;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Whether there is a screen to open a window on. */
final class Display {
  private Display() {}

  static boolean isPresent() {
    return isPresent(System.getenv(), System.getProperties());
  }

  static boolean isPresent(Map<String, String> environment, Properties properties) {
    if ("Headless".equalsIgnoreCase(properties.getProperty("glass.platform"))) {
      return true; // JavaFX was told to draw into memory.
    }
    if (Boolean.parseBoolean(properties.getProperty("java.awt.headless"))) {
      return false;
    }
    String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.startsWith("windows")
        || system.startsWith("mac")
        || isSet(environment, "DISPLAY")
        || isSet(environment, "WAYLAND_DISPLAY");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
