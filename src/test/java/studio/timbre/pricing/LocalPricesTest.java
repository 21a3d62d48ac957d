package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LocalPricesTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  /** 360,000 tokens at 100 a second: an hour. 50 watts for an hour: 0.05 kWh, at 0.30 each: 0.015. */
  @Test
  void timeAndElectricity() {
    var price =
        LocalPrices.of(
            360_000, OptionalDouble.of(100), OptionalDouble.of(50), OptionalDouble.of(0.30));
    assertThat(price.seconds()).hasValue(3_600);
    assertThat(price.kilowattHours().orElseThrow()).isCloseTo(0.05, within(1e-12));
    assertThat(price.electricity().orElseThrow()).isCloseTo(0.015, within(1e-12));
  }

  @Test
  void whatIsNotGivenIsNotKnown() {
    var withoutWatts =
        LocalPrices.of(360_000, OptionalDouble.of(100), UNKNOWN, OptionalDouble.of(0.30));
    assertThat(withoutWatts.seconds()).hasValue(3_600);
    assertThat(withoutWatts.electricity()).isEmpty();
    var withoutPrice =
        LocalPrices.of(360_000, OptionalDouble.of(100), OptionalDouble.of(50), UNKNOWN);
    assertThat(withoutPrice.kilowattHours()).isPresent();
    assertThat(withoutPrice.electricity()).isEmpty();
    var neverMeasured =
        LocalPrices.of(360_000, UNKNOWN, OptionalDouble.of(50), OptionalDouble.of(0.30));
    assertThat(neverMeasured.seconds()).isEmpty();
    assertThat(neverMeasured.electricity()).isEmpty();
  }
}
