package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.app.CheckOutcome.End;
import studio.timbre.app.CheckOutcome.Works;
import studio.timbre.model.JobLimits;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.ModelOffer.Seen;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;

class ModelOffersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final ModelOffers offers = new ModelOffers(Catalogue.shipped().entries());

  private List<ModelOffer> open(List<ModelOffer> all, LocalDate day) {
    return all.stream().filter(offer -> offer.isOpen(day)).toList();
  }

  @Test
  void onlyFourModelsAreStillTrainedAtOpenAiAndNoneAfterItsLastDay() {
    assertThat(open(offers.known(Provider.OPENAI), TODAY))
        .extracting(ModelOffer::model)
        .containsExactlyInAnyOrder(
            "gpt-4o-2024-08-06",
            "gpt-4o-mini-2024-07-18",
            "gpt-4.1-2025-04-14",
            "gpt-4.1-mini-2025-04-14");
    assertThat(open(offers.known(Provider.OPENAI), LocalDate.of(2027, 1, 5))).hasSize(4);
    assertThat(open(offers.known(Provider.OPENAI), LocalDate.of(2027, 1, 6))).isEmpty();
  }

  @Test
  void namesAreThoseThatTheProviderTakes() {
    assertThat(offers.known(Provider.AZURE))
        .extracting(ModelOffer::model)
        .contains("gpt-4o-2024-08-06", "Ministral-3B-2411", "gpt-oss-20b");
    assertThat(offers.known(Provider.NEBIUS))
        .extracting(ModelOffer::model)
        .contains("meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.3-70B-Instruct");
    assertThat(offers.known(Provider.COMPATIBLE)).isEmpty();
  }

  @Test
  void theProvidersOwnWordOnTheLastDayCounts() {
    var answer =
        new Works(
            List.of("gpt-4.1-2025-04-14", "ft:gpt-4.1-2025-04-14:acme::abc", "gpt-6"),
            List.of(),
            List.of(new End("gpt-4.1-2025-04-14", LocalDate.of(2026, 11, 20))));
    var asked = offers.asked(Provider.OPENAI, answer);
    var closed =
        asked.stream().filter(offer -> offer.model().equals("gpt-4.1-2025-04-14")).toList();
    assertThat(closed).hasSize(1);
    assertThat(closed.getFirst().seen()).isEqualTo(Seen.LISTED);
    assertThat(closed.getFirst().isOpen(TODAY)).isFalse();
    assertThat(asked)
        .filteredOn(offer -> offer.seen() == Seen.NOT_LISTED)
        .extracting(ModelOffer::model)
        .contains("gpt-4o-2024-08-06");
    assertThat(asked).extracting(ModelOffer::model).doesNotContain("gpt-6");
  }

  @Test
  void whatWasTrainedThereCanLearnOnAtThePriceOfItsBase() {
    var answer = new Works(List.of("ft:gpt-4.1-mini-2025-04-14:acme::abc"), List.of(), List.of());
    var tuned = offers.asked(Provider.OPENAI, answer).getLast();
    assertThat(tuned.tuned()).isTrue();
    assertThat(tuned.line().orElseThrow().trainingUsdPerMillionTokens()).hasValue(5);
  }

  @Test
  void theLimitsOfAnAccountGoWithTheModelItsFamilyAndWhatWasTunedFromIt() {
    var exact = limits(3);
    var family = limits(5);
    var told = new AccountLimits(Map.of("gpt-4.1-mini-2025-04-14", exact, "gpt-4.1", family));
    assertThat(told.of("gpt-4.1-mini-2025-04-14")).contains(exact);
    assertThat(told.of("ft:gpt-4.1-mini-2025-04-14:acme::abc")).contains(exact);
    assertThat(told.of("gpt-4.1-2025-04-14")).contains(family);
    assertThat(told.of("gpt-4.1-nano-2025-04-14")).isEmpty();
    var answer =
        new Works(List.of("ft:gpt-4.1-mini-2025-04-14:acme::abc"), List.of(), List.of(), told);
    assertThat(offers.asked(Provider.OPENAI, answer))
        .filteredOn(offer -> offer.limits().isPresent())
        .extracting(ModelOffer::model)
        .containsExactlyInAnyOrder(
            "gpt-4.1-2025-04-14",
            "gpt-4.1-mini-2025-04-14",
            "ft:gpt-4.1-mini-2025-04-14:acme::abc");
  }

  private static JobLimits limits(int atOnce) {
    return new JobLimits(OptionalInt.empty(), OptionalInt.of(atOnce), OptionalInt.empty());
  }

  @Test
  void theNameInTheProvidersListIsTaken() {
    var answer =
        new Works(
            List.of("meta-llama/Llama-3.1-8B-Instruct", "custom"), List.of("custom"), List.of());
    var asked = offers.asked(Provider.CRUSOE, answer);
    assertThat(asked)
        .extracting(ModelOffer::model)
        .contains("meta-llama/Llama-3.1-8B-Instruct", "custom")
        .doesNotContain("Llama 3.1 8B Instruct");
  }
}
