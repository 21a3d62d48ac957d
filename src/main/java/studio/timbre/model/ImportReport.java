package studio.timbre.model;

import java.util.List;

/**
 * What became of an imported file.
 *
 * @param imported conversations that came in
 * @param refused lines that did not, in file order (the first thousand)
 * @param refusedLines how many did not in all
 * @param leftOut what did not come in of conversations that did, in file order (the first thousand)
 * @param leftOutParts how many such entries there are in all
 */
public record ImportReport(
    long imported,
    List<Refusal> refused,
    long refusedLines,
    List<Refusal> leftOut,
    long leftOutParts) {

  /**
   * A line that did not come in, or a part of one.
   *
   * @param file the name of the file; empty where there is but one
   * @param line from 1; 0 for a file as a whole
   * @param pointer the conversation in a list, as a JSON pointer (RFC 6901): {@code /0} for the first; empty where each line is
   *     one
   * @param key a key of the message bundles, as {@code dataset.refused.notJson}
   * @param english the reason in English
   * @param arguments fill the sentence
   */
  public record Refusal(
      String file, long line, String pointer, String key, String english, List<Object> arguments) {

    /** In the only file. */
    public Refusal(long line, String pointer, String key, String english, List<Object> arguments) {
      this("", line, pointer, key, english, arguments);
    }

    /** The same, told to be in one of several files. */
    public Refusal in(String name) {
      return new Refusal(name, line, pointer, key, english, arguments);
    }

    /** Whether the conversation stands in a list. */
    public boolean inList() {
      return !pointer.isEmpty();
    }

    /** The place for English output, as {@code line 3} or {@code line 3 (/1)}. */
    public String place() {
      return "line " + line + (inList() ? " (" + pointer + ")" : "");
    }

    /** Place and reason in English. */
    public String sentence() {
      if (line == 0) {
        return (file.isEmpty() || english.startsWith(file) ? "" : file + ": ") + english;
      }
      String place = file.isEmpty() ? "L" + place().substring(1) : file + ", " + place();
      return place + ": " + english;
    }
  }
}
