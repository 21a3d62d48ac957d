package studio.timbre.ui.train;

import java.util.Optional;
import studio.timbre.model.CountingWay;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TokenRange;
import studio.timbre.ui.fx.MoneyWords;
import studio.timbre.ui.fx.Texts;

/** What a job comes to, in words: one figure where it is counted exactly, else two ends. */
final class PriceWords {
  /** Digits of a rough figure that mean something. */
  private static final int MEANT = 2;

  private PriceWords() {}

  /** On one line, however narrow the button. */
  static String unbroken(String amount) {
    return amount.replace(' ', '\u00a0');
  }

  /** As "about $0.40 to $0.55"; empty where the price is not known. */
  static Optional<String> about(Texts texts, Optional<PriceRange> usd) {
    return usd.map(range -> texts.get("train.plan.about", MoneyWords.full(texts, range)));
  }

  /** As "128,040", or "86,000 to 130,000". */
  static String tokens(Texts texts, TokenRange tokens) {
    return tokens.isExact()
        ? texts.number(tokens.high())
        : texts.get(
            "price.between",
            texts.number(roundedDown(tokens.low())),
            texts.number(roundedUp(tokens.high())));
  }

  /** How it was counted: a sentence. */
  static String way(Texts texts, CountingWay way) {
    return switch (way.kind()) {
      case EXACTLY -> texts.get("api.plan.way.exactly", way.name());
      case LIKE_A_LOCAL_MODEL -> texts.get("api.plan.way.local", way.name());
      case ROUGHLY -> texts.get("api.plan.way.roughly", way.name());
    };
  }

  static long roundedDown(long number) {
    long step = step(number);
    return number / step * step;
  }

  static long roundedUp(long number) {
    long step = step(number);
    return (number + step - 1) / step * step;
  }

  private static long step(long number) {
    long step = 1;
    for (int digits = String.valueOf(number).length(); digits > MEANT; digits--) {
      step *= 10;
    }
    return step;
  }
}
