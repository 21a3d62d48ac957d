package studio.timbre.ui.check;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import studio.timbre.app.Mending.Example;
import studio.timbre.app.Mending.Next;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;

/** One place of a problem: the words, what would become of them, and the way to let it pass. */
final class PlaceRow extends VBox {
  private final Texts texts;

  /**
   * @param show opens the conversation
   * @param pass takes the reason; empty where it cannot be let pass here
   */
  PlaceRow(Example example, Texts texts, Runnable show, Optional<Consumer<String>> pass) {
    this.texts = texts;
    getStyleClass().addAll("column-8", "check-place");
    var number = new Button(texts.get("check.place", String.valueOf(example.conversation())));
    number.getStyleClass().addAll("flat", "link");
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.setOnAction(event -> show.run());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(number, gap);
    head.getStyleClass().add("row-8");
    getChildren().addAll(head, words(example));
    if (example.elsewhere() > 0) {
      var elsewhere = new Label(texts.get("check.place.elsewhere", example.elsewhere()));
      elsewhere.setWrapText(true);
      elsewhere.getStyleClass().addAll("muted", "small-text");
      getChildren().add(elsewhere);
    }
    pass.ifPresent(
        taker -> {
          String name = String.valueOf(example.conversation());
          var letPass = new LetPass(texts, name, texts.get("check.pass"), this, taker);
          letPass.button().getStyleClass().add("flat");
          letPass.button().setAccessibleText(texts.get("check.pass.of", name));
          head.getChildren().add(letPass.button());
        });
  }

  private TextFlow words(Example example) {
    var flow = new TextFlow();
    flow.getStyleClass().add("diff-text");
    var spoken = new StringBuilder(example.before());
    add(flow, example.before(), "diff-same");
    var places = new ArrayList<Next>();
    places.add(new Next(example.found(), example.mended(), example.after()));
    places.addAll(example.more());
    for (var place : places) {
      boolean mended = place.mended().isPresent();
      add(flow, place.found(), mended ? "diff-gone" : "check-found");
      spoken.append(place.found());
      if (mended) {
        add(flow, " ", "diff-same");
        add(flow, place.mended().get(), "diff-new");
        spoken.append(" (" + texts.get("check.place.becomes") + " " + place.mended().get() + ")");
      }
      add(flow, place.after(), "diff-same");
      spoken.append(place.after());
    }
    ReadingDirection.turn(flow, example.before() + example.found() + example.after());
    flow.setAccessibleText(spoken.toString());
    return flow;
  }

  private static void add(TextFlow flow, String words, String look) {
    if (!words.isEmpty()) {
      var text = new Text(words);
      text.getStyleClass().addAll("text", look);
      flow.getChildren().add(text);
    }
  }
}
