package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import studio.timbre.app.KeptReadings.One;

class KeptReadingsTest {

  @Property
  void comesBackAsItWasPut(
      @ForAll @LongRange(max = 5_000_000_000L) long id,
      @ForAll @IntRange(max = 100_000_000) int tokens,
      @ForAll boolean isRefused,
      @ForAll boolean learns,
      @ForAll boolean keeps,
      @ForAll boolean hasPictures,
      @ForAll boolean isPair) {
    var readings = new KeptReadings();
    var one = new One(isRefused ? 0 : tokens, isRefused, learns, keeps, hasPictures, isPair);
    readings.put(id, one);
    assertThat(readings.knows(id)).isTrue();
    assertThat(readings.get(id)).isEqualTo(one);
    assertThat(readings.knows(id + 1)).isFalse();
    readings.forget(id);
    readings.forget(id + 10_000);
    assertThat(readings.knows(id)).isFalse();
  }
}
