package studio.timbre.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote down. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (var file = Version.class.getResourceAsStream("/studio/timbre/version.properties")) {
      properties.load(file);
    }
    return new String[] {"Timbre " + properties.getProperty("version")};
  }
}
