package studio.timbre.ui.packs;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.model.merge.Choice;
import studio.timbre.ui.control.WrappedCell;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.mapping.RefusalWords;
import studio.timbre.ui.packs.MergeViewModel.Summary;

/** What stands above the comparison: the figures, what of a table was not taken or could be meant otherwise, and the acts. */
final class MergeHead extends VBox {
  private static final double NOTE = 28;
  private static final int NOTES_SEEN = 3;

  private final MergeViewModel model;
  private final Texts texts;
  private final Summary summary;

  MergeHead(MergeViewModel model, Texts texts, Summary summary) {
    this.model = model;
    this.texts = texts;
    this.summary = summary;
    getStyleClass().add("merge-head");
    getChildren()
        .addAll(
            wrapped(texts.get("pack.title", who(texts, summary)), "section-title"),
            figures(),
            cells());
    summary
        .sheet()
        .filter(figures -> figures.isOpen() || figures.added() > 0)
        .ifPresent(figures -> getChildren().add(new SheetQuestions(model, texts, figures)));
    notes().ifPresent(getChildren()::add);
    getChildren().add(acts());
    if (summary.clashes() > 0) {
      var keys = wrapped(texts.get("pack.keys"), "muted");
      keys.getStyleClass().add("small-text");
      getChildren().add(keys);
    }
  }

  /** Who sends it back. */
  static String who(Texts texts, Summary summary) {
    return summary.recipient().isEmpty() ? texts.get("pack.someone") : summary.recipient();
  }

  static Label wrapped(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private Node figures() {
    var figures =
        wrapped(
            MergeWords.sentence(
                texts.get(
                    "pack.figures",
                    who(texts, summary),
                    summary.theirs(),
                    summary.ours(),
                    summary.clashes(),
                    summary.open())),
            "muted");
    figures.setId("merge-figures");
    return figures;
  }

  private Node cells() {
    var cells =
        wrapped(new MergeWords(texts).summary(summary.cells(), who(texts, summary)), "muted");
    cells.setId("merge-cells");
    return cells;
  }

  private Node acts() {
    var acts = new FlowPane();
    acts.getStyleClass().add("merge-acts");
    if (summary.entries() > 0) {
      var merge =
          button(
              summary.open() > 0
                  ? texts.get("pack.apply.open", summary.open())
                  : texts.get("pack.apply", summary.entries()),
              model::apply,
              "merge-apply");
      merge.getStyleClass().add("accent");
      merge.setDisable(summary.open() > 0);
      acts.getChildren().add(merge);
    }
    if (summary.open() > 0) {
      acts.getChildren()
          .addAll(
              all("pack.all.ours", Choice.OURS, "merge-all-ours"),
              all("pack.all.theirs", Choice.THEIRS, "merge-all-theirs"));
    }
    acts.getChildren().add(button(texts.get("pack.close"), model::close, "merge-close"));
    return acts;
  }

  /** What did not come along, if anything. */
  private Optional<Node> notes() {
    if (summary.notes().isEmpty()) {
      return Optional.empty();
    }
    var title = new Label(texts.get("pack.notes", summary.notes().size()));
    title.setWrapText(true);
    var all = new ListView<String>();
    all.setId("merge-notes");
    all.setCellFactory(view -> new WrappedCell());
    all.getStyleClass().add("wrapped-list");
    all.getItems()
        .setAll(summary.notes().stream().map(note -> RefusalWords.of(texts, note)).toList());
    double height = NOTE * (Math.min(NOTES_SEEN, summary.notes().size()) + 1);
    all.setMinHeight(height);
    all.setPrefHeight(height);
    all.setAccessibleText(title.getText());
    return Optional.of(new VBox(title, all));
  }

  private Button all(String key, Choice choice, String id) {
    return button(
        texts.get(key, summary.open(), who(texts, summary)),
        () -> model.deciding().chooseAll(choice),
        id);
  }

  static Button button(String text, Runnable act, String id) {
    var button = new Button(text);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> act.run());
    return button;
  }
}
