package studio.timbre.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Timbre keeps its own things. Nothing is made on disk by asking for a place.
 *
 * @param root {@code TIMBRE_HOME}, or the folder where the system keeps the data of applications
 */
public record TimbreFolder(Path root) {

  /** The folder of the person who runs this process. */
  public static TimbreFolder ofThisUser() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  static TimbreFolder of(Map<String, String> environment, String system, Path home) {
    return new TimbreFolder(
        setting(environment, "TIMBRE_HOME")
            .orElseGet(() -> usual(environment, system.toLowerCase(Locale.ROOT), home))
            .toAbsolutePath()
            .normalize());
  }

  private static Path usual(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      return setting(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Timbre");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Timbre");
    }
    return setting(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("timbre");
  }

  private static Optional<Path> setting(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
  }

  /** Downloaded base models and the list of those that lie elsewhere. */
  public Path models() {
    return root.resolve("models");
  }

  /** A folder for each training run. */
  public Path jobs() {
    return root.resolve("jobs");
  }

  /** The jobs at providers: their file, and a folder for each with what was sent. */
  public Path apiJobs() {
    return root.resolve("api-jobs");
  }

  /** What the program wrote down about itself. */
  public Path log() {
    return root.resolve("log");
  }

  /** The person's own models and prices, if there are any. */
  public Path ownCatalogue() {
    return root.resolve("catalogue.json");
  }

  public Path preferences() {
    return root.resolve("preferences.json");
  }

  /** The currency, electricity and accounts that prices are made for. */
  public Path prices() {
    return root.resolve("prices.json");
  }

  /** The projects that were opened last. */
  public Path recentProjects() {
    return root.resolve("recent.json");
  }

  /** Where the window stood. */
  public Path window() {
    return root.resolve("window.json");
  }

  /** The accounts at providers, without their keys. */
  public Path connections() {
    return root.resolve("connections.json");
  }

  /** Keys, locked by a passphrase, where the system has no store for them. */
  public Path keys() {
    return root.resolve("keys.timbre-keys");
  }

  /** Tuned models at providers that were asked to be served. */
  public Path served() {
    return root.resolve("served.json");
  }

  /** Projects that Timbre makes by itself. */
  public Path projects() {
    return root.resolve("projects");
  }
}
