package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The endings of files that conversations are read from. */
public final class ImportEndings {
  private static final List<String> KNOWN =
      List.of(
          ".jsonl",
          ".json",
          ".ndjson",
          ".csv",
          ".tsv",
          ".tab",
          ".psv",
          ".xlsx",
          ".xlsm",
          ".ods",
          ".parquet",
          ".md",
          ".markdown",
          ".txt");

  private ImportEndings() {}

  /** With their dots, in small letters. */
  public static List<String> all() {
    return KNOWN;
  }

  /** Whether a file's name ends with one of them. */
  public static boolean isKnown(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return KNOWN.stream().anyMatch(name::endsWith);
  }
}
