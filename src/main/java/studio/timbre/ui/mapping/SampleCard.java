package studio.timbre.ui.mapping;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.app.JsonTexts;
import studio.timbre.app.Pairs;
import studio.timbre.app.TablePreview.Sample;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Placing;
import studio.timbre.model.Role;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.message.RoleWords;

/** A conversation as it would come in, to be read. */
final class SampleCard extends VBox {
  private static final int LONGEST = 700;
  private static final int MOST_MESSAGES = 12;

  private final Texts texts;

  SampleCard(Texts texts, Sample sample) {
    this.texts = texts;
    getStyleClass().addAll("mapping-sample", "column-8");
    String beside = beside(sample.placing());
    String row = texts.get("mapping.sample.row", sample.row());
    getChildren().add(small(beside.isEmpty() ? row : row + " · " + beside));
    var messages = sample.conversation().messages();
    messages.stream().limit(MOST_MESSAGES).forEach(message -> getChildren().add(bubble(message)));
    if (messages.size() > MOST_MESSAGES) {
      getChildren().add(small(texts.get("mapping.sample.more", messages.size() - MOST_MESSAGES)));
    }
    Pairs.rejected(sample.conversation())
        .forEach(
            message ->
                getChildren()
                    .add(bubble(texts.get("mapping.use.REJECTED"), message.text(), "frame")));
    extras(sample.conversation());
  }

  private String beside(Placing placing) {
    return Stream.of(
            placing.status().map(status -> texts.get("status.of." + status)).orElse(""),
            placing.split().map(split -> texts.get("split." + split)).orElse(""),
            String.join(", ", placing.tags()),
            "★".repeat(placing.rating()),
            placing.assignee(),
            placing.note())
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private VBox bubble(Message message) {
    var role = message.role();
    String look = role.equals(Role.ASSISTANT) ? "us" : role.equals(Role.USER) ? "them" : "frame";
    return bubble(RoleWords.of(texts, role), message.text(), look);
  }

  private static VBox bubble(String who, String said, String look) {
    var name = new Label(who);
    name.getStyleClass().add("bubble-name");
    var text = new Label(said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    ReadingDirection.turn(text, said);
    var bubble = new VBox(name, text);
    bubble.getStyleClass().addAll("bubble", look);
    return bubble;
  }

  private void extras(Conversation conversation) {
    String all =
        conversation.extras().entrySet().stream()
            .filter(extra -> !extra.getKey().equals(Conversation.REJECTED))
            .map(
                extra ->
                    extra.getKey()
                        + ": "
                        + JsonTexts.text(extra.getValue()).orElse(extra.getValue()))
            .collect(Collectors.joining(" · "));
    if (!all.isEmpty()) {
      getChildren().add(small(all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all));
    }
  }

  private static Label small(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }
}
