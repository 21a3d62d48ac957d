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
  private static final String KEY = "tools";

  private final Desk desk;
  private final ConversationEditor editor;
  private final ToggleButton fold = new ToggleButton("", Icon.UNFOLD.node());
  private final JsonArea area;
  private final VBox inside;

  public ToolsPane(Desk desk, ConversationEditor editor) {
    this.desk = desk;
    this.editor = editor;
    var texts = desk.texts();
    getStyleClass().addAll("column-4", "tools-pane");
    fold.setId("conversation-tools");
    fold.setMnemonicParsing(false);
    fold.getStyleClass().addAll("flat", "fold-button");
    area =
        new JsonArea(
            texts,
            desk.work(),
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
            PieceButton.words(texts.get("tools.remove"), () -> write(Optional.empty())));
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
    editor.edit(conversation -> conversation.withExtra(KEY, json));
  }

  /** Defines one tool more, to be filled in. */
  public void add() {
    area.commit();
    editor.edit(
        conversation ->
            conversation.withExtra(KEY, Optional.of(ToolTalk.withNewTool(conversation.tools()))));
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
    }
  }

  public void commit() {
    area.commit();
  }

  /** Forgets what was typed and is wrong: another conversation is shown from now on. */
  public void drop() {
    area.drop();
  }
}
