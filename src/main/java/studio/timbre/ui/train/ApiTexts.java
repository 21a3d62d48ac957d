package studio.timbre.ui.train;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import studio.timbre.app.ProviderAbilities.Serving;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.JobLimits;
import studio.timbre.model.ModelOffer;
import studio.timbre.ui.fx.Texts;

/** What can be chosen for a job at a provider, and what it comes to, in words. */
final class ApiTexts {
  private ApiTexts() {}

  static String name(Texts texts, ApiPreset preset) {
    return switch (preset) {
      case LEFT -> texts.get("api.preset.left");
      case GENTLE -> texts.get("train.preset.gentle");
      case BALANCED -> texts.get("train.preset.balanced");
      case STRONG -> texts.get("train.preset.strong");
    };
  }

  static String explanation(Texts texts, ApiPreset preset) {
    return switch (preset) {
      case LEFT -> texts.get("api.preset.left.text");
      case GENTLE -> texts.get("train.preset.gentle.text");
      case BALANCED -> texts.get("api.preset.balanced.text");
      case STRONG -> texts.get("train.preset.strong.text");
    };
  }

  static String price(Texts texts, Optional<CatalogueEntry> line) {
    var perToken =
        line.map(CatalogueEntry::trainingUsdPerMillionTokens).orElse(OptionalDouble.empty());
    if (perToken.isPresent()) {
      return texts.get("api.model.price", texts.money(perToken.getAsDouble()));
    }
    var perHour = line.map(CatalogueEntry::trainingUsdPerHour).orElse(OptionalDouble.empty());
    return perHour.isPresent()
        ? texts.get("api.model.pricePerHour", texts.money(perHour.getAsDouble()))
        : texts.get("api.model.noPrice");
  }

  static String methods(Texts texts, ModelOffer offer) {
    return offer.line().map(CatalogueEntry::methods).stream()
        .flatMap(methods -> methods.stream())
        .filter(word -> texts.has("api.method.short." + word))
        .map(word -> texts.get("api.method.short." + word))
        .collect(Collectors.joining(", "));
  }

  /** Until when it takes jobs and answers; empty where no end is known. */
  static String ending(Texts texts, ModelOffer offer) {
    var last = offer.lastJob();
    var end = offer.answersUntil();
    if (last.isPresent() && end.isPresent()) {
      return texts.get("api.model.ending", texts.date(last.get()), texts.date(end.get()));
    }
    return last.map(day -> texts.get("api.model.lastJob", texts.date(day)))
        .or(() -> end.map(day -> texts.get("api.model.answersUntil", texts.date(day))))
        .orElse("");
  }

  /** How many jobs the account may have with a model; empty where the provider does not say. */
  static String limits(Texts texts, ModelOffer offer) {
    var sentences = new ArrayList<String>();
    offer.limits().ifPresent(limits -> addLimits(texts, limits, sentences));
    return String.join("\n", sentences);
  }

  private static void addLimits(Texts texts, JobLimits limits, List<String> sentences) {
    if (limits.atOnce().isPresent()) {
      int most = limits.atOnce().getAsInt();
      sentences.add(
          limits.active().isPresent()
              ? texts.get("api.model.jobsAtOnce", limits.active().getAsInt(), most)
              : texts.get("api.model.mostAtOnce", most));
    }
    if (limits.inAll().isPresent()) {
      sentences.add(texts.get("api.model.mostInAll", limits.inAll().getAsInt()));
    }
  }

  /** Why a model takes no more jobs. */
  static String closed(Texts texts, ModelOffer offer, LocalDate today) {
    var end = offer.answersUntil().filter(day -> !today.isBefore(day));
    var last = offer.lastJob().filter(today::isAfter);
    if (last.isPresent()) {
      return texts.get("api.model.closedSince", texts.date(last.get()));
    }
    return end.map(day -> texts.get("api.model.shutDown", texts.date(day)))
        .orElseGet(() -> texts.get("api.model.closed"));
  }

  static String serving(Texts texts, Serving serving) {
    return texts.get(serving.key());
  }
}
