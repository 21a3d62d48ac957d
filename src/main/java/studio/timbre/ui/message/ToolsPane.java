package studio.timbre.ui.message;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.JsonTexts;
import studio.timbre.app.ToolTalk;
import studio.timbre.model.Conversation;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;

/** The tools that the model may call in a conversation: their definitions as JSON, held to their schema as they are typed. */
public final class ToolsPane extends VBox {
  private final Desk desk;
  private final ConversationEditor editor;
  private final Drafting drafts;
  private final ToggleButton fold = new ToggleButton("", Icon.UNFOLD.node());
  private final JsonArea area;
  private final VBox inside;

  public ToolsPane(Desk desk, ConversationEditor editor, Drafting drafts) {
    this.desk = desk;
    this.editor = editor;
    this.drafts = drafts;
    var texts = desk.texts();
    getStyleClass().addAll("column-4", "tools-pane");
    fold.setId("conversation-tools");
    fold.setMnemonicParsing(false);
    fold.getStyleClass().addAll("flat", "fold-button");
    area =
        new JsonArea(
            texts,
            desk.work(),
            drafts,
            JsonFields.TOOLS,
            texts.get("tools.area"),
            JsonTexts::faultInTools,
            json -> write(Optional.of(json)));
    area.setAreaId("tools-json");
    var help = new Label(texts.get("tools.help"));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    var acts =
        new FlowPane(
            PieceButton.words(texts.get("tools.add"), this::add),
            PieceButton.words(texts.get("tools.remove"), this::remove));
    acts.getStyleClass().add("piece-foot");
    inside = new VBox(help, area, acts);
    inside.getStyleClass().add("column-4");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(new HBox(fold, gap), inside);
    fold.selectedProperty()
        .subscribe(
            open -> {
              inside.setVisible(open);
              inside.setManaged(open);
            });
  }

  private void write(Optional<String> json) {
    editor.edit(conversation -> conversation.withExtra(JsonFields.TOOLS, json));
  }

  private void remove() {
    area.discard();
    write(Optional.empty());
  }

  /** Defines one tool more, to be filled in. */
  public void add() {
    area.commit();
    if (area.isDirty()) {
      // What is typed there is wrong: a tool added behind it would be lost once it is right.
      fold.setSelected(true);
      area.focusText();
      return;
    }
    editor.edit(
        conversation ->
            conversation.withExtra(
                JsonFields.TOOLS, Optional.of(ToolTalk.withNewTool(conversation.tools()))));
    fold.setSelected(true);
  }

  /** Hidden where nothing is defined. */
  public void show(Conversation conversation) {
    var tools = conversation.tools();
    setVisible(tools.isPresent());
    setManaged(tools.isPresent());
    fold.setText(desk.texts().get("tools.title", tools.map(ToolTalk::count).orElse(0)));
    tools.ifPresent(area::show);
    if (tools.isEmpty()) {
      fold.setSelected(false);
    } else if (drafts.text(JsonFields.TOOLS).isPresent()) {
      fold.setSelected(true);
    }
  }

  public void commit() {
    area.commit();
  }

  /** Makes a draft of what is typed and wrong: something else may be shown from now on. */
  public void keep() {
    area.keep();
  }

  /** Another conversation is shown from now on. */
  public void drop() {
    area.drop();
  }
}
