package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.app.CountedTotals.Asked;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.pricing.TotalsRange;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.TokenizerFamily;

class CountedTotalsTest {
  private final CountedTotals totals = new CountedTotals();
  private TrainingFilter filter = TrainingFilter.DEFAULT;
  private int counts;

  private TotalsRange ask(TokenizerFamily family, boolean pairs, long position) {
    return totals.of(
        new Asked(RangeCounter.roughly(family), pairs, OptionalInt.of(8192), filter, position),
        () -> {
          counts++;
          return new TotalsRange.Tally(OptionalInt.empty()).totals();
        });
  }

  @Test
  void theSameDataIsCountedOnceForAFamily() {
    ask(TokenizerFamily.QWEN, false, 7);
    ask(TokenizerFamily.QWEN, false, 7);
    ask(TokenizerFamily.LLAMA_3, false, 7);
    ask(TokenizerFamily.QWEN, false, 7);
    assertThat(counts).isEqualTo(2);
  }

  @Test
  void anEditAnotherMethodOrAnotherChoiceOfDataIsCountedAnew() {
    ask(TokenizerFamily.QWEN, false, 7);
    ask(TokenizerFamily.QWEN, true, 7);
    ask(TokenizerFamily.QWEN, false, 8);
    filter = TrainingFilter.of(Status.APPROVED);
    ask(TokenizerFamily.QWEN, false, 8);
    assertThat(counts).isEqualTo(4);
  }
}
