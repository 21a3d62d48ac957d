package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;

class GrowingTextAreaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "One line",
        "Two\nlines",
        "Lines that end\n",
        "A sentence that is far too long for one line of this narrow area, so that it has to be broken.\n\n"
            + "Then a second paragraph, which is broken as well, and ends with one more line.\nThe last."
      })
  void everyTextFitsWithoutScrolling(String text) throws Exception {
    var area = show(30, text);
    assertThat(Snapshots.onScreen(() -> scrolls(area))).isFalse();
  }

  @Test
  void aTextBeyondTheLimitScrolls() throws Exception {
    var area = show(3, "1\n2\n3\n4\n5\n6");
    assertThat(Snapshots.onScreen(() -> scrolls(area))).isTrue();
  }

  @Test
  void theAreaGrowsWithWhatIsTyped() throws Exception {
    var area = show(30, "one");
    double before = Snapshots.onScreen(area::getHeight);
    Snapshots.onScreen(
        () -> {
          area.appendText("\ntwo\nthree");
          area.getParent().layout();
          return true;
        });
    assertThat(Snapshots.onScreen(area::getHeight)).isGreaterThan(before + 20);
  }

  private static GrowingTextArea show(int mostLines, String text) throws Exception {
    return Snapshots.onScreen(
        () -> {
          var area = new GrowingTextArea(mostLines);
          area.setText(text);
          var parent = new VBox(area);
          parent.getStyleClass().add("bubble");
          var scene = new Scene(parent, 240, 600);
          Theme.LIGHT.apply(scene);
          parent.applyCss();
          parent.layout();
          parent.layout();
          return area;
        });
  }

  private static boolean scrolls(GrowingTextArea area) {
    return area.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
  }
}
