package studio.timbre.model;

import java.util.List;

/**
 * What became of an imported file.
 *
 * @param imported conversations that came in
 * @param refused lines that did not, in file order (the first thousand)
 * @param refusedLines how many did not in all
 */
public record ImportReport(long imported, List<Refusal> refused, long refusedLines) {

  /**
   * A line that did not come in.
   *
   * @param line from 1
   * @param key a key of the message bundles, as {@code dataset.refused.notJson}
   * @param english the reason in English
   * @param arguments fill the sentence
   */
  public record Refusal(long line, String key, String english, List<Object> arguments) {}
}
