package studio.timbre.ui.message;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.JsonTexts;
import studio.timbre.app.ToolTalk;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.ToolCall;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;

/** A call of a tool: its name, its id, its arguments, and whether its result is there. */
final class CallPiece implements Piece {
  private final Slot slot;
  private final Optional<Integer> number;
  private final TextField name = new TextField();
  private final TextField id = new TextField();
  private final JsonArea arguments;
  private final FlowPane foot = new FlowPane();
  private final VBox node;
  private Optional<ToolCall> shown = Optional.empty();

  /**
   * @param number which of the message's calls it is, from 0; empty for the one call of the older shape
   */
  CallPiece(Slot slot, Optional<Integer> number) {
    this.slot = slot;
    this.number = number;
    var texts = slot.texts();
    String base = slot.id() + "-call-" + number.map(String::valueOf).orElse("function");
    prepare(name, base + "-name", texts.get("message.call.name"));
    prepare(id, base + "-id", texts.get("message.call.id"));
    arguments =
        new JsonArea(
            texts,
            slot.desk().work(),
            slot.drafts(),
            JsonFields.ofArguments(slot.id(), number),
            texts.get("message.call.arguments"),
            JsonTexts::faultInObject,
            json -> change(call -> call.withArguments(json)));
    arguments.setAreaId(base + "-arguments");
    var title =
        new Label(
            texts.get(number.isPresent() ? "message.call" : "message.call.function"),
            Icon.SETTINGS.node());
    title.getStyleClass().addAll("muted", "small-text", "piece-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head =
        new HBox(title, gap, PieceButton.remove(texts.get("message.call.remove"), this::remove));
    head.getStyleClass().add("row-4");
    var names = new HBox(name);
    names.getStyleClass().add("row-4");
    HBox.setHgrow(name, Priority.ALWAYS);
    number.ifPresent(index -> names.getChildren().add(id));
    foot.getStyleClass().add("piece-foot");
    node = new VBox(head, names, arguments, foot);
    node.getStyleClass().add("call-piece");
  }

  private void prepare(TextField field, String nodeId, String words) {
    field.setId(nodeId);
    field.getStyleClass().addAll("small", "mono");
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.setTooltip(new javafx.scene.control.Tooltip(words));
    field.setOnAction(event -> commit());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Conversation conversation, Message message) {
    var call = find(message);
    if (call.isEmpty()) {
      return;
    }
    var before = shown;
    shown = call;
    put(name, before.map(ToolCall::name).orElse(""), call.get().name());
    put(id, before.flatMap(ToolCall::id).orElse(""), call.get().id().orElse(""));
    arguments.show(call.get().arguments());
    number.ifPresent(index -> showResult(conversation, call.get()));
  }

  private static void put(TextField field, String before, String now) {
    boolean dirty = field.isFocused() && !field.getText().equals(before);
    if (!dirty) {
      field.setText(now);
    }
  }

  private Optional<ToolCall> find(Message message) {
    if (number.isEmpty()) {
      return ToolTalk.functionCall(message);
    }
    var calls = ToolTalk.calls(message);
    return number.get() < calls.size() ? Optional.of(calls.get(number.get())) : Optional.empty();
  }

  private void showResult(Conversation conversation, ToolCall call) {
    var texts = slot.texts();
    foot.getChildren().clear();
    var result = call.id().flatMap(callId -> ToolTalk.resultOf(conversation, callId));
    if (result.isPresent()) {
      foot.getChildren().add(muted(texts.get("message.call.result", result.get() + 1)));
    } else {
      foot.getChildren().add(muted(texts.get("message.call.noResult")));
      call.id()
          .ifPresent(
              callId ->
                  foot.getChildren()
                      .add(
                          PieceButton.words(
                              texts.get("message.call.addResult"),
                              () ->
                                  slot.editAll(
                                      all -> ToolTalk.withNewResult(all, slot.index(), callId)))));
    }
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private void change(UnaryOperator<ToolCall> how) {
    number.ifPresentOrElse(
        index ->
            slot.editAll(
                all -> {
                  var call = find(all.messages().get(slot.index()));
                  return call.map(
                          old -> ToolTalk.withCall(all, slot.index(), index, how.apply(old)))
                      .orElse(all);
                }),
        () -> slot.edit(message -> ToolTalk.withFunctionCall(message, find(message).map(how))));
  }

  private void remove() {
    arguments.discard();
    number.ifPresentOrElse(
        index -> slot.editAll(all -> ToolTalk.withoutCall(all, slot.index(), index)),
        () -> slot.edit(message -> ToolTalk.withFunctionCall(message, Optional.empty())));
  }

  @Override
  public void commit() {
    if (shown.isEmpty()) {
      return;
    }
    var call = shown.get();
    String newName = name.getText();
    if (!newName.equals(call.name())) {
      shown = Optional.of(call.withName(newName));
      change(old -> old.withName(newName));
    }
    String newId = id.getText();
    if (number.isPresent() && !newId.equals(call.id().orElse(""))) {
      shown = shown.map(old -> old.withId(newId));
      change(old -> old.withId(newId));
    }
    arguments.commit();
  }

  @Override
  public boolean focusText() {
    Keyboard.give(name);
    return true;
  }

  @Override
  public void keep() {
    arguments.keep();
  }

  @Override
  public void drop() {
    arguments.drop();
  }
}
