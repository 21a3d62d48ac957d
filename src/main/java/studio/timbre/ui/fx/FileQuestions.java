package studio.timbre.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.ImportEndings;

/** Asks the person for files and folders. Called on the JavaFX thread; empty where the person thought better of it. */
public interface FileQuestions {

  /** What kind of file is meant. */
  enum Kind {
    PROJECT("*.timbre"),
    CONVERSATIONS("*.jsonl", "*.json", "*.ndjson"),
    JSON_LIST("*.json"),
    WORKBOOK("*.xlsx"),
    SEPARATED("*.csv"),
    TRANSCRIPT("*.md"),
    /** All that can be imported. */
    IMPORTED(ImportEndings.all().stream().map("*"::concat).toArray(String[]::new)),
    WEIGHTS("*.gguf"),
    GUIDE("*.json"),
    PICTURE("*.png", "*.jpg", "*.jpeg", "*.webp");

    private final List<String> patterns;

    Kind(String... patterns) {
      this.patterns = List.of(patterns);
    }

    /** How new files of this kind are named. */
    public String pattern() {
      return patterns.getFirst();
    }

    public List<String> patterns() {
      return patterns;
    }
  }

  Optional<Path> open(String title, Kind kind);

  /** Several at once; none where the person thought better of it. */
  default List<Path> openSeveral(String title, Kind kind) {
    return open(title, kind).stream().toList();
  }

  /** Where to write; the person has agreed to overwrite what lies there. */
  Optional<Path> save(String title, String suggestedName, Kind kind);

  Optional<Path> folder(String title);

  /** Opens a folder in the system's file browser, where the system has one. */
  default void show(Path folder) {}
}
