package studio.timbre.ui.fx;

import java.time.LocalDate;
import studio.timbre.app.Finding;

/** What was found in a look at training data, in words. */
public final class FindingWords {
  private FindingWords() {}

  /** A finding as this language writes its days and numbers. */
  public static String of(Texts texts, Finding finding) {
    Object[] arguments =
        finding.arguments().stream()
            .map(argument -> argument instanceof LocalDate day ? texts.date(day) : argument)
            .toArray();
    String sentence =
        texts.has(finding.key()) ? texts.get(finding.key(), arguments) : finding.english();
    return finding.count() > 0
        ? texts.get("api.finding.count", finding.count()) + " " + sentence
        : sentence;
  }
}
