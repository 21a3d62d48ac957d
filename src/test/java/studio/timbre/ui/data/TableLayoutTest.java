package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.timbre.ui.data.TableLayout.Shown;

class TableLayoutTest {

  @Test
  void whatIsRememberedComesBack() {
    var layout = TableLayout.DEFAULT.with(TableColumnKind.TAGS, true).withLines(3).withFrozen(1);
    assertThat(TableLayout.parse(layout.text())).isEqualTo(layout);
  }

  @Test
  void aColumnComesWhereItStandsAtFirstAndTheLastOneStays() {
    assertThat(TableLayout.DEFAULT.with(TableColumnKind.SYSTEM, true).columns())
        .extracting(Shown::kind)
        .containsExactly(
            TableColumnKind.STATUS,
            TableColumnKind.SYSTEM,
            TableColumnKind.QUESTION,
            TableColumnKind.ANSWER,
            TableColumnKind.TURNS,
            TableColumnKind.TOKENS,
            TableColumnKind.SPLIT);
    var one = TableLayout.parse("lines=1 frozen=0 ANSWER=300");
    assertThat(one.with(TableColumnKind.ANSWER, false)).isEqualTo(one);
  }

  @Test
  void whatAnotherVersionWroteIsPassedOver() {
    assertThat(TableLayout.parse("lines=9 wings=2 FLAVOUR=10 ANSWER=300 ANSWER=20").columns())
        .containsExactly(new Shown(TableColumnKind.ANSWER, 300));
    assertThat(TableLayout.parse("lines=9 ANSWER=300").lines()).isEqualTo(1);
    assertThat(TableLayout.parse("")).isEqualTo(TableLayout.DEFAULT);
  }
}
