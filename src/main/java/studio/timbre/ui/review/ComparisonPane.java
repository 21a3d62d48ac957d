package studio.timbre.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.review.VersionsViewModel.Compared;

/** What lies between two states of the project: how much, which conversations, and each word by word. */
final class ComparisonPane extends VBox {

  /** Lists more than this are not filled one by one. */
  private static final int MOST_LISTED = 10_000;

  private static final int ROW = 32;
  private static final int MOST_ROWS = 8;

  /** A conversation that is not the same in both. */
  private record Difference(long conversation, String what) {}

  private final VersionsViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Label summary = new Label();
  private final Label more = new Label();
  private final ListView<Difference> list = new ListView<>();
  private final Button taken = new Button();
  private final Button inTable = new Button();
  private final VBox words = new VBox();

  /** @param showPast shows what a training has taken as it was */
  ComparisonPane(VersionsViewModel model, Texts texts, Consumer<PastData> showPast) {
    this.model = model;
    this.texts = texts;
    setId("comparison");
    getStyleClass().add("column-8");
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    summary.setId("comparison-summary");
    summary.setWrapText(true);
    more.setWrapText(true);
    more.getStyleClass().addAll("muted", "small-text");
    prepareList();
    taken.setText(texts.get("versions.showTaken"));
    taken.setId("comparison-taken");
    taken.setOnAction(event -> model.compared().get().flatMap(Compared::taken).ifPresent(showPast));
    inTable.setText(texts.get("versions.inTable"));
    inTable.setId("comparison-table");
    inTable.setOnAction(event -> model.showInTable());
    var close = new Button(texts.get("versions.close"), Icon.CLOSE.node());
    close.setId("comparison-close");
    close.setOnAction(event -> model.closeComparison());
    var acts = new FlowPane(inTable, taken, close);
    acts.getStyleClass().add("wrapping-buttons");
    getChildren().addAll(title, summary, acts, list, more, words);
    model.compared().subscribe(this::show);
    model
        .diff()
        .subscribe(
            diff ->
                words
                    .getChildren()
                    .setAll(diff.map(found -> new DiffView(texts, found)).stream().toList()));
  }

  private void prepareList() {
    list.setId("comparison-list");
    list.setAccessibleText(texts.get("versions.list"));
    list.setFixedCellSize(ROW);
    list.setCellFactory(
        view ->
            new ListCell<>() {
              @Override
              protected void updateItem(Difference row, boolean empty) {
                super.updateItem(row, empty);
                setText(
                    empty || row == null
                        ? ""
                        : texts.get(
                            "versions.row", String.valueOf(row.conversation()), row.what()));
              }
            });
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.look(row.conversation());
              }
            });
  }

  private void show(Optional<Compared> compared) {
    setVisible(compared.isPresent());
    setManaged(compared.isPresent());
    compared.ifPresent(this::show);
  }

  private void show(Compared compared) {
    var between = compared.between();
    title.setText(texts.get("versions.between", compared.from(), compared.to()));
    summary.setText(
        between.size() == 0
            ? texts.get("versions.nothing")
            : texts.get(
                "versions.summary",
                between.added().length,
                between.removed().length,
                between.changed().length,
                between.moved().length));
    ObservableList<Difference> rows = FXCollections.observableArrayList();
    add(rows, "versions.changed", between.changed());
    add(rows, "versions.added", between.added());
    add(rows, "versions.removed", between.removed());
    add(rows, "versions.moved", between.moved());
    list.setItems(rows);
    list.setPrefHeight(ROW * Math.clamp(rows.size(), 1, MOST_ROWS) + 4);
    list.setVisible(!rows.isEmpty());
    list.setManaged(!rows.isEmpty());
    boolean isCut = between.size() > rows.size();
    more.setText(isCut ? texts.get("versions.listed", rows.size()) : "");
    more.setVisible(isCut);
    more.setManaged(isCut);
    inTable.setDisable(between.size() == between.removed().length);
    taken.setVisible(compared.taken().isPresent());
    taken.setManaged(compared.taken().isPresent());
    if (!rows.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void add(ObservableList<Difference> rows, String key, long... conversations) {
    String what = texts.get(key);
    for (int i = 0; i < conversations.length && rows.size() < MOST_LISTED; i++) {
      rows.add(new Difference(conversations[i], what));
    }
  }
}
