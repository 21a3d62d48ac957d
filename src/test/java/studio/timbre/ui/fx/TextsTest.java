package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
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
