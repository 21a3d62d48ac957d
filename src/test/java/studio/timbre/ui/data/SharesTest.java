package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void aShareIsReadAsPeopleTypeIt() {
    assertThat(Shares.of("10")).isEqualTo(OptionalDouble.of(10));
    assertThat(Shares.of(" 12,5 % ")).isEqualTo(OptionalDouble.of(12.5));
    for (var wrong : new String[] {"", "0", "100", "-3", "many", "NaN", "Infinity"}) {
      assertThat(Shares.of(wrong)).as(wrong).isEmpty();
    }
  }
}
