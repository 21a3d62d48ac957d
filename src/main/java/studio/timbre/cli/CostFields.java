package studio.timbre.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostReport.Local;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.app.CostWish;
import studio.timbre.model.ExchangeRate;
import studio.timbre.model.PriceRange;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.TokenRange;
import studio.timbre.model.TrainingTerms.Served;

/** What models cost, for programs: amounts in US dollars, what is not known null. */
final class CostFields {
  private CostFields() {}

  static JsonFields of(Path file, CostReport report, CostWish wish, Optional<ExchangeRate> rate) {
    var usual = report.usual();
    return new JsonFields()
        .with("file", file)
        .with("conversations", report.conversations())
        .with("held_out", report.heldOut())
        .with("refused", report.refusedLines())
        .with("method", report.method())
        .with("calls_a_month", wish.calls())
        .with("prompt_tokens", wish.promptTokens().orElse(usual.promptTokens()))
        .with("cached_tokens", wish.cachedTokens())
        .with("answer_tokens", wish.answerTokens().orElse(usual.answerTokens()))
        .with("hours_a_month", wish.hours())
        .with("months", wish.months())
        .with("currency", rate.map(known -> known.currency().getCurrencyCode()))
        .with("per_dollar", rate.map(ExchangeRate::perDollar))
        .with("models", report.offers().stream().map(offer -> offer(offer, rate)).toList())
        .with(
            "closed_to_you",
            report.closed().stream()
                .map(
                    line ->
                        new JsonFields()
                            .with("provider", line.provider())
                            .with("model", line.model())
                            .with("status", line.status()))
                .toList())
        .with("local", report.local().stream().map(CostFields::local).toList());
  }

  private static JsonFields offer(Offer offer, Optional<ExchangeRate> rate) {
    var price = offer.price();
    var line = price.line();
    var training = price.training();
    var fields =
        new JsonFields()
            .with("provider", line.provider())
            .with("model", price.model())
            .with("status", line.status())
            .with("epochs", training.epochs())
            .with("epochs_from", word(training.epochsFrom()))
            .with("billed_tokens", tokens(training.billed()))
            .with("over_limit", training.overLimit())
            .with("training_usd", usd(training.usd()))
            .with("tokens_usd_a_month", usd(price.tokens()))
            .with("hosting_usd_a_month", usd(price.hosting()))
            .with("running_usd_a_month", usd(price.running()))
            .with("whole_usd", usd(price.whole()))
            .with("known_usd", price.known())
            .with("whole_in_currency", rate.flatMap(known -> usd(price.whole().map(known::of))))
            .with("open_to", line.terms().openTo().word())
            .with("served_by", line.terms().served().map(Served::word))
            .with("last_day_for_new_jobs", line.lastNewJobDate())
            .with("open_at_least_until", line.terms().openAtLeastUntil())
            .with("model_ends_on", line.shutdownDate())
            .with("ends_before_months_are_over", price.time().endsEarly())
            .with("months_counted", price.time().counted())
            .with("source", line.source())
            .with("as_of", line.asOf())
            .with("counted", word(offer.way().kind()))
            .with("counted_with", offer.way().name());
    offer.diet().ifPresent(diet -> fields.with("prompt_diet", diet(diet)));
    return fields;
  }

  private static JsonFields diet(PromptDiet diet) {
    return new JsonFields()
        .with("prompt_tokens_a_month_before", diet.tokensBefore())
        .with("prompt_tokens_a_month_after", diet.tokensAfter())
        .with("tokens_usd_a_month_before", usd(diet.before().tokens()))
        .with("tokens_usd_a_month_after", usd(diet.after().tokens()))
        .with("saved_usd_a_month", usd(diet.savedUsd()))
        .with("training_usd", usd(diet.after().training().usd()))
        .with("break_even_calls", diet.breakEvenCalls())
        .with("break_even_months", diet.breakEvenMonths());
  }

  private static JsonFields local(Local local) {
    var fields = new JsonFields().with("model", local.model().name());
    return fields
        .with("tokens", local.price().map(price -> price.tokens()))
        .with("seconds", local.price().map(price -> price.seconds()))
        .with("kilowatt_hours", local.price().map(price -> price.kilowattHours()))
        .with("electricity", local.price().map(price -> price.electricity()));
  }

  private static JsonFields tokens(TokenRange tokens) {
    return new JsonFields().with("low", tokens.low()).with("high", tokens.high());
  }

  private static Optional<JsonFields> usd(Optional<PriceRange> usd) {
    return usd.map(range -> new JsonFields().with("low", range.low()).with("high", range.high()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
