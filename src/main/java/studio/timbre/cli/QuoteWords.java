package studio.timbre.cli;

import java.util.Locale;
import studio.timbre.app.ApiQuote;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TokenRange;

/** What a job would come to, in words and as fields of JSON. */
final class QuoteWords {
  private QuoteWords() {}

  /** Conversations, tokens, passes and price. */
  static String sum(ApiQuote quote) {
    return "%s, %s billed tokens in %d passes, %s"
        .formatted(
            Numbers.conversations(quote.conversations()),
            tokens(quote.tokens()),
            quote.epochs(),
            quote.usd().map(usd -> "about " + amount(usd)).orElse("the price is not known"));
  }

  /** How the tokens were counted: a sentence. */
  static String way(ApiQuote quote) {
    String name = quote.way().name();
    return switch (quote.way().kind()) {
      case EXACTLY -> "Counted with %s.".formatted(name);
      case LIKE_A_LOCAL_MODEL ->
          "Counted with the tokenizer of %s, which is on this computer and of the same family."
              .formatted(name);
      case ROUGHLY ->
          "Counted roughly with %s, since the tokenizer of the model is not on this computer. A budget has to hold the upper end."
              .formatted(name);
    };
  }

  /** As $0.40, or $0.40 to $0.55. */
  static String amount(PriceRange usd) {
    String low = Numbers.dollars(usd.low());
    String high = Numbers.dollars(usd.high());
    return low.equals(high) ? high : low + " to " + high;
  }

  private static String tokens(TokenRange tokens) {
    return tokens.isExact()
        ? Numbers.whole(tokens.high())
        : Numbers.whole(tokens.low()) + " to " + Numbers.whole(tokens.high());
  }

  static JsonFields fields(ApiQuote quote) {
    return new JsonFields()
        .with("conversations", quote.conversations())
        .with(
            "tokens",
            new JsonFields().with("low", quote.tokens().low()).with("high", quote.tokens().high()))
        .with("epochs", quote.epochs())
        .with(
            "usd",
            quote
                .usd()
                .map(usd -> new JsonFields().with("low", usd.low()).with("high", usd.high())))
        .with("counted", quote.way().kind().name().toLowerCase(Locale.ROOT))
        .with("counted_with", quote.way().name());
  }
}
