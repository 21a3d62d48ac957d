package studio.timbre.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a shorter system prompt saves once what the long one says is trained in. Both sides are the same model at the same prices; it
 * answers with the long prompt before and with the short one after.
 *
 * @param before with the long prompt
 * @param after with the short one, trained on data that begins with it
 */
public record PromptDiet(WholePrice before, WholePrice after) {
  /** A quotient of doubles that should be whole may lie a hair above. */
  private static final double ROUNDING = 1e-6;

  /** Tokens of all prompts of a month, those of what people ask with them; the upper end. */
  public double tokensBefore() {
    return before.use().high().promptTokensAMonth();
  }

  /** The same after. */
  public double tokensAfter() {
    return after.use().high().promptTokensAMonth();
  }

  /** Money of a month; below 0 where the short prompt is the longer one. Empty where a price is not known. */
  public Optional<PriceRange> savedUsd() {
    return before.tokens().flatMap(longer -> after.tokens().map(shorter -> saved(longer, shorter)));
  }

  /** Calls after which what is saved has paid for the training, at most; empty where that never comes or a price is not known. */
  public OptionalLong breakEvenCalls() {
    var months = breakEvenMonths();
    return months.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            (long) Math.ceil(months.getAsDouble() * after.use().high().calls() - ROUNDING));
  }

  /** The same in months. */
  public OptionalDouble breakEvenMonths() {
    var saved = savedUsd().map(PriceRange::low);
    var training = after.training().usd().map(PriceRange::high);
    return saved.isEmpty() || training.isEmpty() || saved.get() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(training.get() / saved.get());
  }

  private static PriceRange saved(PriceRange before, PriceRange after) {
    double low = before.low() - after.low();
    double high = before.high() - after.high();
    return new PriceRange(Math.min(low, high), Math.max(low, high));
  }
}
