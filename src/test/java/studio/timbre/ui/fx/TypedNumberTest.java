package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
  private static final Locale PORTUGUESE = Locale.of("pt", "BR");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10,00|10|10",
        "10.00|10|10",
        "1,5|1.5|1.5",
        "1.5|1.5|1.5",
        "1,500.50|1500.5|1500.5",
        "1.500,50|1500.5|1500.5",
        "1.500|1.5|1500",
        "1,500|1500|1.5",
        "1.500.000|1500000|1500000",
        "0,005|0.005|0.005",
        "0.005|0.005|0.005",
        "12 000|12000|12000",
        "2e-4|0.0002|0.0002",
        "2,5e-4|0.00025|0.00025",
        "-5|-5|-5",
        ".5|0.5|0.5"
      })
  void isReadAsItWasMeant(String typed, double inEnglish, double inPortuguese) {
    assertThat(TypedNumber.parse(typed, Locale.ENGLISH)).hasValue(inEnglish);
    assertThat(TypedNumber.parse(typed, PORTUGUESE)).hasValue(inPortuguese);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "1.2.3", "10,0,0", "1,23,456", "5 5", ".", "1e999", "∞", "12x"})
  void whatIsNoNumberIsNone(String typed) {
    assertThat(TypedNumber.parse(typed, Locale.ENGLISH)).isEmpty();
    assertThat(TypedNumber.parse(typed, PORTUGUESE)).isEmpty();
  }

  @Test
  void countsHaveNoFractionThatCouldBeMeant() {
    assertThat(TypedNumber.parseCount("50.000")).hasValue(50_000);
    assertThat(TypedNumber.parseCount("50,000")).hasValue(50_000);
    assertThat(TypedNumber.parseCount("64,5")).hasValue(64.5);
  }

  @Property
  void whatWeWriteIsReadAgain(
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long n) {
    for (var locale : new Locale[] {Locale.ENGLISH, PORTUGUESE, Locale.of("id")}) {
      var format = NumberFormat.getNumberInstance(locale);
      format.setMaximumFractionDigits(2);
      double number = n / 100.0;
      assertThat(TypedNumber.parse(format.format(number), locale))
          .isEqualTo(OptionalDouble.of(number));
    }
  }
}
