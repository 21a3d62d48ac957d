package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void linesBreakBetweenWordsAndKeepTheirOwnBreaks() {
    assertThat(Comparison.wrapped("It left us on Monday.\nIt should be there by now.", 12))
        .containsExactly("It left us", "on Monday.", "It should be", "there by", "now.");
  }

  @Test
  void aWordLongerThanTheLineStandsAlone() {
    assertThat(Comparison.wrapped("see averylongaddress there", 8))
        .containsExactly("see", "averylongaddress", "there");
  }
}
