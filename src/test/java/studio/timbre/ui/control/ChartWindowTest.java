package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChartWindowTest {
  private static final Span EXTENT = new Span(0, 1000);

  @Test
  void showsEverythingAndGrowsWithIt() {
    assertThat(ChartWindow.WHOLE.visible(EXTENT)).isEqualTo(EXTENT);
    assertThat(ChartWindow.WHOLE.visible(new Span(0, 2000)).high()).isEqualTo(2000);
  }

  @Test
  void zoomingLeavesThePlaceUnderThePointerWhereItIs() {
    var visible = ChartWindow.WHOLE.zoomed(EXTENT, 250, 0.5).visible(EXTENT);
    assertThat(visible.length()).isEqualTo(500);
    assertThat((250 - visible.low()) / visible.length()).isEqualTo(0.25, within(1e-12));
  }

  @Test
  void zoomingOutPastTheEndsShowsEverythingAgain() {
    var close = ChartWindow.WHOLE.zoomed(EXTENT, 900, 0.5);
    assertThat(close.isWhole()).isFalse();
    assertThat(close.zoomed(EXTENT, 900, 4).isWhole()).isTrue();
  }

  @Test
  void neverZoomsCloserThanAFewSteps() {
    var window = ChartWindow.WHOLE;
    for (int time = 0; time < 100; time++) {
      window = window.zoomed(EXTENT, 500, 0.5);
    }
    assertThat(window.visible(EXTENT).length()).isEqualTo(4, within(1e-9));
  }

  @Test
  void staysInsideTheDataWhenMoved() {
    var window = ChartWindow.WHOLE.select(EXTENT, 400, 300);
    assertThat(window.visible(EXTENT)).isEqualTo(new Span(300, 400));
    assertThat(window.moved(EXTENT, -500).visible(EXTENT)).isEqualTo(new Span(0, 100));
    assertThat(window.moved(EXTENT, 5000).visible(EXTENT)).isEqualTo(new Span(900, 1000));
  }
}
