package studio.timbre.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The folder of Timbre's own things: preferences, recent projects, downloaded models, the files of training runs.
 *
 * @param folder need not exist yet
 */
public record TimbreHome(Path folder) {

  /** What {@code TIMBRE_HOME} names, else the system's usual place for the data of programs. */
  public static TimbreHome find() {
    return find(
        System.getenv()::get, System.getProperty("os.name"), System.getProperty("user.home"));
  }

  /**
   * @param environment answers null for what is not set
   */
  static TimbreHome find(
      UnaryOperator<@Nullable String> environment, String system, String userHome) {
    var chosen = variable(environment, "TIMBRE_HOME");
    if (chosen.isPresent()) {
      return new TimbreHome(Path.of(chosen.get()).toAbsolutePath());
    }
    var home = Path.of(userHome);
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return new TimbreHome(home.resolve("Library/Application Support/Timbre"));
    }
    if (name.startsWith("windows")) {
      var data = variable(environment, "LOCALAPPDATA").map(Path::of);
      return new TimbreHome(
          data.orElse(home.resolve("AppData").resolve("Local")).resolve("Timbre"));
    }
    // The XDG base directory specification: a relative path is to be ignored.
    var data = variable(environment, "XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute);
    return new TimbreHome(data.orElse(home.resolve(".local/share")).resolve("timbre"));
  }

  private static Optional<String> variable(
      UnaryOperator<@Nullable String> environment, String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }

  public Path preferences() {
    return folder.resolve("preferences.json");
  }

  public Path recentProjects() {
    return folder.resolve("recent.json");
  }

  /** The person's own prices and models, in the shape of the shipped catalogue. */
  public Path ownCatalogue() {
    return folder.resolve("catalogue.json");
  }

  /** Projects that Timbre makes by itself. */
  public Path projects() {
    return folder.resolve("projects");
  }

  /** The library of base models. */
  public Path models() {
    return folder.resolve("models");
  }

  /** The files of training runs, a folder each. */
  public Path runs() {
    return folder.resolve("runs");
  }
}
