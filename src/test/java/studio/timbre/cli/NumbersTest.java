package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void numbersReadTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("pt-BR"));
      assertThat(Numbers.whole(1_234_567)).isEqualTo("1,234,567");
      assertThat(Numbers.tenths(1234.56)).isEqualTo("1,234.6");
      assertThat(Numbers.tenths(43.0)).isEqualTo("43");
      assertThat(Numbers.dollars(1234.5)).isEqualTo("$1,234.50");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void smallAmountsShowMorePlaces() {
    assertThat(Numbers.dollars(0)).isEqualTo("$0.00");
    assertThat(Numbers.dollars(0.49398)).isEqualTo("$0.49");
    assertThat(Numbers.dollars(0.0123)).isEqualTo("$0.0123");
  }

  @Test
  void sizes() {
    assertThat(Numbers.bytes(98_305_344)).isEqualTo("98.3 MB");
    assertThat(Numbers.bytes(1_000)).isEqualTo("1 kB");
    assertThat(Numbers.bytes(4_200_000_000L)).isEqualTo("4.2 GB");
    assertThat(Numbers.parameters(134_515_008)).isEqualTo("134.5 M");
    assertThat(Numbers.parameters(8_030_000_000L)).isEqualTo("8 B");
  }
}
