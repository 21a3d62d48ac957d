package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.timbre.model.CountingWay;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TokenRange;
import studio.timbre.ui.fx.MoneyWords;
import studio.timbre.ui.fx.Texts;

class PriceWordsTest {
  private final Texts english = Texts.of(Locale.ENGLISH);

  @Test
  void anExactPriceIsOneSumAndARoughOneHasTwoEnds() {
    assertThat(MoneyWords.full(english, PriceRange.exactly(3.2))).isEqualTo("$3.20");
    assertThat(PriceWords.about(english, Optional.of(new PriceRange(0.401, 0.549))))
        .contains("about $0.40 to $0.55");
    assertThat(PriceWords.about(english, Optional.empty())).isEmpty();
  }

  @Test
  void endsThatLookTheSameAreOneSum() {
    assertThat(MoneyWords.full(english, new PriceRange(4.001, 4.003))).isEqualTo("$4.00");
  }

  @Test
  void aRoughCountIsRoundedAwayFromItsMiddle() {
    assertThat(PriceWords.tokens(english, new TokenRange(128_040, 128_040))).isEqualTo("128,040");
    assertThat(PriceWords.tokens(english, new TokenRange(341_212, 521_377)))
        .isEqualTo("340,000 to 530,000");
    assertThat(PriceWords.roundedDown(7)).isEqualTo(7);
    assertThat(PriceWords.roundedUp(991)).isEqualTo(1_000);
  }

  @Test
  void eachLanguageSaysHowItWasCounted() {
    for (var language : new String[] {"en", "pt-BR", "id"}) {
      var texts = Texts.of(Locale.forLanguageTag(language));
      for (var kind : CountingWay.Kind.values()) {
        assertThat(PriceWords.way(texts, new CountingWay(kind, "o200k"))).contains("o200k");
      }
    }
  }
}
