package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.control.BarList.Bar;

class BarListTest {
  private static final String LONG = "Water, kettle, coffee and a gooseneck for the pour";

  private static Optional<String> tooltip(double width) throws Exception {
    return Snapshots.onScreen(
        () -> {
          var list = new BarList(number -> {});
          list.show(List.of(new Bar(LONG, "35", 35, false)));
          new Scene(list, width, 100);
          list.resize(width, 100);
          list.applyCss();
          list.layout();
          list.layout();
          return Optional.ofNullable(((ToggleButton) list.getChildren().getFirst()).getTooltip())
              .map(Tooltip::getText);
        });
  }

  @Test
  void aNameThatIsCutIsReadInATooltipAndOneThatIsNotNeedsNone() throws Exception {
    assertThat(tooltip(140)).contains(LONG);
    assertThat(tooltip(900)).isEmpty();
  }
}
