package studio.timbre.ui.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.model.Content;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;

/** All of a conversation as it was, to be read. */
final class PastTalk extends VBox {
  private final Texts texts;

  PastTalk(Texts texts, Curated then) {
    this.texts = texts;
    getStyleClass().add("column-8");
    var review = then.review();
    getChildren()
        .add(
            muted(
                Stream.of(
                        texts.get("status.of." + then.status()),
                        texts.get("split." + then.split()),
                        ChangeWords.value(texts, "rating", String.valueOf(review.rating())),
                        String.join(", ", review.tags()),
                        review.assignee(),
                        review.note())
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining(" · "))));
    then.conversation().messages().forEach(message -> getChildren().add(message(message)));
    then.conversation().extras().forEach((key, json) -> getChildren().add(extra(key, json)));
  }

  private VBox message(Message message) {
    String key = "role." + message.role().name();
    String role = texts.has(key) ? texts.get(key) : message.role().name();
    var box = new VBox(muted(message.name().map(name -> role + " · " + name).orElse(role)));
    if (!message.text().isEmpty()) {
      box.getChildren().add(said(message.text()));
    }
    if (message.content() instanceof Content.Other other) {
      String pictures = PictureWords.of(texts, other.json());
      if (!pictures.isEmpty()) {
        box.getChildren().add(muted(pictures));
      }
    }
    message.extras().forEach((name, json) -> box.getChildren().add(extra(name, json)));
    box.getStyleClass().addAll("diff-message", "column-4");
    return box;
  }

  private VBox extra(String key, String json) {
    return new VBox(muted(ChangeWords.field(texts, key)), said(json));
  }

  private static Label said(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    ReadingDirection.turn(label, text);
    return label;
  }

  private static Label muted(String text) {
    var label = said(text);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }
}
