package studio.timbre.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The forms in which conversations are written into files. */
public enum WrittenFormat {
  /** Training lines that give back every conversation as it is: chat lines, and pairs as DPO training takes them. */
  LINES("lines", ".jsonl"),
  /** Chat lines; of a pair the preferred answer. */
  CHAT("chat", ".jsonl"),
  /** Preference pairs alone. */
  DPO("dpo", ".jsonl"),
  /** Questions with what a grader needs to know. */
  RFT("rft", ".jsonl"),
  /** A prompt and its completion. */
  PROMPT("prompt", ".jsonl"),
  SHAREGPT("sharegpt", ".jsonl"),
  ALPACA("alpaca", ".jsonl"),
  /** Separated values: commas. */
  CSV("csv", ".csv"),
  /** Separated values: tabs. */
  TSV("tsv", ".tsv"),
  /** An Excel workbook. */
  XLSX("xlsx", ".xlsx"),
  /** A transcript in Markdown. */
  TRANSCRIPT("transcript", ".md");

  private final String word;
  private final String ending;

  WrittenFormat(String word, String ending) {
    this.word = word;
    this.ending = ending;
  }

  /** What it is called on the command line. */
  public String word() {
    return word;
  }

  /** How its files end, with the dot. */
  public String ending() {
    return ending;
  }

  public boolean isTable() {
    return this == CSV || this == TSV || this == XLSX;
  }

  /** The one that a word means. */
  public static Optional<WrittenFormat> named(String word) {
    for (var format : values()) {
      if (format.word.equalsIgnoreCase(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The one that a file's ending means. */
  public static Optional<WrittenFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson")) {
      return Optional.of(LINES);
    }
    if (name.endsWith(".txt") || name.endsWith(".markdown")) {
      return Optional.of(TRANSCRIPT);
    }
    for (var format : values()) {
      if (name.endsWith(format.ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
