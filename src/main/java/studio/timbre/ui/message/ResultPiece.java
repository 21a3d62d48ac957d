package studio.timbre.ui.message;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import studio.timbre.app.ToolTalk;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.ui.fx.Icon;

/** Says which call a result answers, and lets the person choose among the calls above it. */
final class ResultPiece implements Piece {
  private final Slot slot;
  private final MenuButton choice = new MenuButton();

  ResultPiece(Slot slot) {
    this.slot = slot;
    choice.setId(slot.id() + "-answers");
    choice.setMnemonicParsing(false);
    choice.getStyleClass().addAll("small", "flat", "piece-choice");
  }

  @Override
  public Node node() {
    return choice;
  }

  @Override
  public void show(Conversation conversation, Message message) {
    var texts = slot.texts();
    String answered = ToolTalk.answeredCall(message).orElse("");
    var calls = ToolTalk.callsBefore(conversation, slot.index());
    var match =
        calls.stream()
            .filter(placed -> placed.call().id().filter(answered::equals).isPresent())
            .findFirst();
    if (match.isPresent()) {
      choice.setText(texts.get("message.result.of", match.get().call().name(), answered));
      choice.setGraphic(null);
    } else {
      choice.setText(
          answered.isEmpty()
              ? texts.get("message.result.ofNone")
              : texts.get("message.result.unmatched", answered));
      choice.setGraphic(Icon.WARNING.node());
    }
    choice.setAccessibleText(choice.getText());
    choice.getItems().clear();
    for (var placed : calls) {
      placed
          .call()
          .id()
          .ifPresent(
              id -> {
                var item = new MenuItem(texts.get("message.result.of", placed.call().name(), id));
                item.setMnemonicParsing(false);
                item.setOnAction(
                    event -> slot.edit(result -> ToolTalk.withAnsweredCall(result, id)));
                choice.getItems().add(item);
              });
    }
    if (choice.getItems().isEmpty()) {
      var none = new MenuItem(texts.get("message.result.noCalls"));
      none.setDisable(true);
      choice.getItems().add(none);
    }
  }
}
