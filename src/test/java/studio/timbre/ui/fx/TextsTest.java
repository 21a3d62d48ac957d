package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ExchangeRate;
import studio.timbre.model.PriceRange;
import studio.timbre.model.UserFacingException;

class TextsTest {
  private final Texts english = Texts.of(Locale.ENGLISH);
  private final Texts portuguese = Texts.of(Locale.forLanguageTag("pt-BR"));
  private final Texts indonesian = Texts.of(Locale.forLanguageTag("id"));

  @Test
  void everyLanguageSpeaksForItself() {
    assertThat(english.get("common.undo")).isEqualTo("Undo");
    assertThat(portuguese.get("common.undo")).isEqualTo("Desfazer");
    assertThat(indonesian.get("common.undo")).isEqualTo("Urungkan");
  }

  @Test
  void portugueseOfPortugalGetsTheBrazilianTexts() {
    assertThat(Texts.of(Locale.forLanguageTag("pt-PT")).get("common.undo")).isEqualTo("Desfazer");
  }

  @Test
  void unknownLanguageGetsEnglish() {
    assertThat(Texts.of(Locale.JAPANESE).get("common.undo")).isEqualTo("Undo");
  }

  @Test
  void numbersAndMoneyFollowTheLanguage() {
    assertThat(english.number(1204)).isEqualTo("1,204");
    assertThat(portuguese.number(1204)).isEqualTo("1.204");
    assertThat(indonesian.number(1.5, 2)).isEqualTo("1,50");
    assertThat(english.money(1.44)).isEqualTo("$1.44");
    assertThat(portuguese.money(1.44)).isEqualTo("US$\u00a01,44");
    assertThat(indonesian.money(1234.5)).isEqualTo("US$\u00a01.234,50");
  }

  @Test
  void aTinySumIsNotNothing() {
    assertThat(english.money(0.0042)).isEqualTo("$0.0042");
    assertThat(english.money(0)).isEqualTo("$0.00");
  }

  /** 1.44 dollars at 5.40 are 7.776; at 16,250 they are 23,400. */
  @Test
  void moneyIsShownInAnotherCurrencyWithTheDollarsBehindIt() {
    var day = LocalDate.of(2026, 11, 20);
    portuguese.exchange().set(Optional.of(rate("BRL", 5.4, day)));
    assertThat(portuguese.money(1.44)).isEqualTo("R$\u00a07,78 (US$\u00a01,44)");
    assertThat(portuguese.shortMoney(1.44)).isEqualTo("R$\u00a07,78");
    assertThat(portuguese.dollars(1.44)).isEqualTo("US$\u00a01,44");
    indonesian.exchange().set(Optional.of(rate("IDR", 16_250, day)));
    assertThat(indonesian.shortMoney(1.44)).matches("Rp\\h?23\\.400");
    assertThat(indonesian.shortMoney(0.00001)).as("not nothing").matches("Rp\\h?0,16");
    english.exchange().set(Optional.of(rate("BRL", 5.4, day)));
    assertThat(MoneyWords.full(english, new PriceRange(1, 2)))
        .isEqualTo("R$5.40 to R$10.80 ($1.00 to $2.00)");
    assertThat(MoneyWords.charged(english, new PriceRange(1, 2))).isEqualTo("$1.00 to $2.00");
    assertThat(MoneyWords.brief(english, PriceRange.exactly(1))).isEqualTo("R$5.40");
  }

  private static ExchangeRate rate(String code, double perDollar, LocalDate day) {
    return new ExchangeRate(Currency.getInstance(code), perDollar, day);
  }

  @Test
  void numbersInsideSentencesFollowTheLanguage() {
    assertThat(portuguese.get("status.tokens", 96310)).isEqualTo("96.310 tokens");
    assertThat(english.get("status.conversations", 0)).isEqualTo("No conversations");
    assertThat(english.get("status.conversations", 1)).isEqualTo("1 conversation");
    assertThat(english.get("status.conversations", 1204)).isEqualTo("1,204 conversations");
  }

  @Test
  void datesFollowTheLanguage() {
    var day = LocalDate.of(2026, 11, 22);
    assertThat(english.date(day)).isEqualTo("Nov 22, 2026");
    assertThat(portuguese.date(day)).isEqualTo("22 de nov. de 2026");
    assertThat(indonesian.date(day)).isEqualTo("22 Nov 2026");
  }

  @Test
  void timeIsSaidAsPeopleSayIt() {
    assertThat(english.duration(40)).isEqualTo("40 s");
    assertThat(english.duration(22 * 60 + 10)).isEqualTo("22 min");
    assertThat(english.duration(3 * 3600 + 600)).isEqualTo("3 h 10 min");
    assertThat(indonesian.duration(22 * 60)).isEqualTo("22 mnt");
  }

  @Test
  void aFailureWithoutATranslationIsSaidInEnglish() {
    var failure = new UserFacingException("error.of.nobody", "The file is gone.");
    assertThat(portuguese.of(failure)).isEqualTo("The file is gone.");
  }
}
