package studio.timbre.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.message.TurnSelection;

/** What can be done with the messages that are picked out; hidden while there are none. */
final class StretchBar extends FlowPane {

  StretchBar(Texts texts, TurnSelection selection, Runnable takeOut) {
    getStyleClass().add("stretch-bar");
    var count = new Label();
    var take = new Button(texts.get("stretch.take"));
    take.setId("stretch-take");
    take.setMnemonicParsing(false);
    take.getStyleClass().add("small");
    take.setOnAction(event -> takeOut.run());
    var clear = new Button(texts.get("stretch.clear"));
    clear.setMnemonicParsing(false);
    clear.getStyleClass().addAll("small", "flat");
    clear.setOnAction(event -> selection.clear());
    getChildren().addAll(count, take, clear);
    selection
        .chosen()
        .subscribe(
            chosen -> {
              count.setText(texts.get("stretch.count", chosen.size()));
              setVisible(!chosen.isEmpty());
              setManaged(!chosen.isEmpty());
            });
  }
}
