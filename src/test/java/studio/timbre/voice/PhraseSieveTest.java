package studio.timbre.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseSieveTest {
  private static final int MANY = 3_000_000;

  @Test
  void whatWentInIsFoundAndHardlyAnythingElse() {
    var sieve = new PhraseSieve();
    IntStream.range(0, MANY).forEach(i -> sieve.add("we say " + i));
    assertThat(IntStream.range(0, MANY).filter(i -> !sieve.mayContain("we say " + i))).isEmpty();
    long wrong = IntStream.range(0, 100_000).filter(i -> sieve.mayContain("never " + i)).count();
    // (1 - e^(-4n/m))^4 with 3 million in 2^27 bits: 5 of 100,000.
    assertThat(wrong).isLessThan(30);
  }

  @Test
  void anEmptyOneFindsNothing() {
    assertThat(new PhraseSieve().mayContain("")).isFalse();
  }
}
