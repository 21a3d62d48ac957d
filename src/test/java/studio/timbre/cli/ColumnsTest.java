package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.timbre.cli.Columns.Side;

class ColumnsTest {

  @Test
  void columnsAreAsWideAsTheirWidestText() {
    var lines =
        new Columns(Side.LEFT, Side.RIGHT, Side.LEFT)
            .row("Tokens", "8,233", "")
            .row("Café ☕", "5", "few")
            .lines();
    assertThat(lines).containsExactly("Tokens  8,233", "Café ☕      5  few");
  }
}
