package studio.timbre.ui.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import studio.timbre.app.PackCells;
import studio.timbre.app.PackEntry;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

class EntryCellTest {
  private static final String LONG = "Where is my order? I have been waiting for a week now.";
  private static final String ARABIC = "\u0623\u064a\u0646 \u0637\u0644\u0628\u064a GK-1\u061f";

  @Test
  void aTitleHasTheWidthThatThereIs() throws Exception {
    var title = title(LONG);
    assertThat(title.getText()).isEqualTo(LONG);
    assertThat(title.getWidth()).isGreaterThan(500);
  }

  @Test
  void aTitleIsReadInItsOwnDirection() throws Exception {
    assertThat(title(ARABIC).getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(title(LONG).getNodeOrientation()).isNotEqualTo(NodeOrientation.RIGHT_TO_LEFT);
  }

  private static Label title(String said) throws Exception {
    return Snapshots.onScreen(
        () -> {
          var list = new ListView<PackEntry>();
          list.setCellFactory(view -> new EntryCell(Texts.of(Locale.ENGLISH)));
          list.getItems()
              .add(
                  new PackEntry(1, OptionalLong.of(1), said, PackEntry.Kind.ADDED, NO_CELLS, 0, 0));
          Theme.LIGHT.apply(new Scene(list, 600, 200));
          list.applyCss();
          list.layout();
          return list.lookupAll(".label").stream()
              .map(Label.class::cast)
              .filter(label -> label.getText().equals(said))
              .findFirst()
              .orElseThrow();
        });
  }

  private static final PackCells NO_CELLS = new PackCells(Map.of(), 0, 0);
}
