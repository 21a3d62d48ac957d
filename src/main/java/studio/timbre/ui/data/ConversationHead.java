package studio.timbre.ui.data;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Split;
import studio.timbre.model.TokenCount;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.message.Drafting;
import studio.timbre.ui.message.FoldedJson;
import studio.timbre.ui.message.ToolsPane;
import studio.timbre.ui.review.ReviewBar;

/** What belongs to all of a conversation: its number and use, what the team thinks of it, its tools, and what else the file holds. */
final class ConversationHead extends VBox {
  private final Desk desk;
  private final Texts texts;
  private final ConversationViewModel model;
  private final Drafting drafts;
  private final Label title = new Label();
  private final Label tokens = new Label();
  private final ToggleSwitch heldOut = new ToggleSwitch();
  private final ToolsPane tools;
  private final VBox untouched = new VBox();
  private final VBox carried = new VBox();
  private Map<String, FoldedJson> folded = Map.of();
  private boolean showing;

  ConversationHead(Desk desk, ConversationViewModel model, Drafting drafts) {
    this.desk = desk;
    this.texts = desk.texts();
    this.model = model;
    this.drafts = drafts;
    getStyleClass().add("conversation-head");
    title.getStyleClass().add("section-title");
    tokens.getStyleClass().addAll("muted", "small-text");
    heldOut.setId("conversation-heldOut");
    heldOut.setText(texts.get("conversation.heldOut"));
    heldOut.setTooltip(new Tooltip(texts.get("conversation.heldOut.tip")));
    heldOut.selectedProperty().addListener((value, before, now) -> holdOut(now));
    tools = new ToolsPane(desk, model::edit, drafts);
    untouched.getStyleClass().add("column-4");
    carried.getStyleClass().add("conversation-carried");
    carried.getChildren().addAll(tools, untouched);
    getChildren().add(heading());
  }

  /** The number is never cut; where both do not fit side by side, the counts take two lines. */
  private HBox heading() {
    title.setMinWidth(USE_PREF_SIZE);
    tokens.setWrapText(true);
    tokens.setMinHeight(USE_PREF_SIZE);
    tokens.setAlignment(Pos.CENTER_RIGHT);
    tokens.setTextAlignment(TextAlignment.RIGHT);
    tokens.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(tokens, Priority.ALWAYS);
    var row = new HBox(title, tokens);
    row.getStyleClass().add("row-8");
    return row;
  }

  private void holdOut(boolean isHeldOut) {
    if (!showing) {
      model.setSplit(isHeldOut ? Split.HELD_OUT : Split.TRAINING);
    }
  }

  /** Puts what a team thinks of the conversation below its title. */
  void review(ReviewBar bar) {
    bar.beside(heldOut);
    getChildren().add(bar);
  }

  void show(ConversationRow row) {
    showing = true;
    title.setText(texts.get("conversation.title", String.valueOf(row.id())));
    heldOut.setSelected(row.split() == Split.HELD_OUT);
    showing = false;
    tools.show(row.conversation());
    showUntouched(row.conversation());
  }

  /** The tools and what else the file holds: as high as it needs to be, to be scrolled with the messages. */
  Node carried() {
    return carried;
  }

  private void showUntouched(Conversation conversation) {
    var others = new LinkedHashMap<>(conversation.extras());
    others.remove("tools");
    conversation.rejected().ifPresent(shown -> others.remove(Conversation.REJECTED));
    if (!folded.keySet().equals(Set.copyOf(others.keySet()))) {
      folded = new LinkedHashMap<>();
      List<Node> nodes = new ArrayList<>();
      for (String key : others.keySet()) {
        var made =
            FoldedJson.ofConversation(
                texts,
                desk.work(),
                drafts,
                key,
                json -> model.edit(changed -> changed.withExtra(key, json)));
        folded.put(key, made);
        nodes.add(made);
      }
      untouched.getChildren().setAll(nodes);
    }
    folded.forEach((key, node) -> node.show(others.get(key)));
    boolean any = !others.isEmpty() || tools.isManaged();
    carried.setVisible(any);
    carried.setManaged(any);
  }

  void showTokens(Optional<TokenCount> count) {
    tokens.setText(
        count
            .map(counted -> texts.get("conversation.tokens", counted.total(), counted.answers()))
            .orElse(""));
  }

  void addTool() {
    tools.add();
  }

  /** Makes drafts of what is typed and wrong: something else may be shown from now on. */
  void keep() {
    tools.keep();
    folded.values().forEach(FoldedJson::keep);
  }

  /** Another conversation is shown from now on. */
  void drop() {
    tools.drop();
    folded.values().forEach(FoldedJson::drop);
  }

  void commit() {
    tools.commit();
    folded.values().forEach(FoldedJson::commit);
  }
}
