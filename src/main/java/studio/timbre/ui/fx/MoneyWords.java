package studio.timbre.ui.fx;

import java.util.function.DoubleFunction;
import studio.timbre.model.PriceRange;

/** A price with two ends in words; one sum where both ends look the same. */
public final class MoneyWords {
  private MoneyWords() {}

  /** As "$0.40 to $0.55", or "R$ 2,16 a R$ 2,97 (US$ 0,40 a US$ 0,55)" where another currency is shown. */
  public static String full(Texts texts, PriceRange usd) {
    return texts.exchange().get().isEmpty()
        ? charged(texts, usd)
        : brief(texts, usd) + " (" + charged(texts, usd) + ")";
  }

  /** In the currency that is shown alone, for where there is little room and the dollars stand beside it. */
  public static String brief(Texts texts, PriceRange usd) {
    return between(texts, usd, texts::shortMoney);
  }

  /** In the dollars that providers charge, whatever currency is shown. */
  public static String charged(Texts texts, PriceRange usd) {
    return between(texts, usd, texts::dollars);
  }

  private static String between(Texts texts, PriceRange usd, DoubleFunction<String> words) {
    String low = words.apply(usd.low());
    String high = words.apply(usd.high());
    return low.equals(high) ? high : texts.get("price.between", low, high);
  }
}
