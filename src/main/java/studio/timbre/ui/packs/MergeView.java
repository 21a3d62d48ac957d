package studio.timbre.ui.packs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.PackEntry;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.control.WrappedCell;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.mapping.RefusalWords;
import studio.timbre.ui.packs.Deciding.Shown;
import studio.timbre.ui.packs.MergeViewModel.State;
import studio.timbre.ui.packs.MergeViewModel.Summary;

/** A review pack that came back: the figures, what differs, and the three states of what both changed. */
public final class MergeView extends BorderPane {
  private static final double LIST_SHARE = 0.28;
  private static final double NOTE = 28;
  private static final int NOTES_SEEN = 3;

  private final MergeViewModel model;
  private final Texts texts;
  private final ListView<PackEntry> list = new ListView<>();
  private final VBox cells = new VBox();
  private final ScrollPane scroll = new ScrollPane(cells);
  private final SplitPane compared;
  private final BusyBox busy;
  private boolean telling;

  public MergeView(MergeViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("merge");
    getStyleClass().add("merge-view");
    busy = new BusyBox(texts, model::cancel);
    list.setId("merge-entries");
    list.setAccessibleText(texts.get("pack.entries"));
    list.setCellFactory(view -> new EntryCell(texts));
    list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    cells.getStyleClass().add("merge-cells");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    compared = new SplitPane(list, scroll);
    compared.setDividerPositions(LIST_SHARE);
    SplitPane.setResizableWithParent(list, false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.state().subscribe(this::show);
    model.entries().subscribe(this::showEntries);
    model.deciding().shown().subscribe(this::showCells);
    model.deciding().current().subscribe(now -> reveal());
  }

  /** Puts the keyboard where the deciding begins. */
  public void takeFocus() {
    // What has just come has no place in the scene before it is laid out.
    applyCss();
    layout();
    list.requestFocus();
  }

  private void show(State state) {
    switch (state) {
      case State.Idle() -> {
        setTop(null);
        setCenter(null);
      }
      case State.Busy now -> {
        setTop(null);
        setCenter(busy);
        busy.show(now);
      }
      case State.Foreign(var why) -> {
        setTop(null);
        setCenter(foreign(texts.get(why.key(), why.arguments().toArray())));
      }
      case State.Open(var summary) -> {
        boolean had = getTop() != null && getTop().isFocusWithin();
        setTop(head(summary));
        if (had) {
          takeFocus();
        }
        if (getCenter() != compared && summary.entries() > 0) {
          setCenter(compared);
          takeFocus();
        } else if (summary.entries() == 0) {
          setCenter(nothingNew(summary));
        }
      }
    }
  }

  private String who(Summary summary) {
    return summary.recipient().isEmpty() ? texts.get("pack.someone") : summary.recipient();
  }

  private Node foreign(String sentence) {
    var take = button("pack.foreign.take", model::takeIn, "merge-take-in");
    take.getStyleClass().add("accent");
    return new EmptyState(
        Icon.FILE,
        texts.get("pack.foreign.title"),
        sentence,
        take,
        button("common.cancel", model::close, "merge-close"));
  }

  private Node nothingNew(Summary summary) {
    return new EmptyState(
        Icon.CHECK,
        texts.get("pack.nothingNew.title"),
        texts.get("pack.nothingNew.text", who(summary)));
  }

  private Node head(Summary summary) {
    var title = new Label(texts.get("pack.title", who(summary)));
    title.setWrapText(true);
    title.getStyleClass().add("section-title");
    var figures =
        new Label(
            texts.get(
                "pack.figures",
                who(summary),
                summary.theirs(),
                summary.ours(),
                summary.clashes(),
                summary.open()));
    figures.setId("merge-figures");
    figures.setWrapText(true);
    figures.getStyleClass().add("muted");
    var cells = new Label(new MergeWords(texts).summary(summary.cells(), who(summary)));
    cells.setId("merge-cells");
    cells.setWrapText(true);
    cells.getStyleClass().add("muted");
    var acts = new FlowPane();
    acts.getStyleClass().add("merge-acts");
    if (summary.entries() > 0) {
      var merge =
          new Button(
              summary.open() > 0
                  ? texts.get("pack.apply.open", summary.open())
                  : texts.get("pack.apply", summary.entries()));
      merge.setId("merge-apply");
      merge.setMnemonicParsing(false);
      merge.getStyleClass().add("accent");
      merge.setDisable(summary.open() > 0);
      merge.setOnAction(event -> model.apply());
      acts.getChildren().add(merge);
    }
    if (summary.open() > 0) {
      acts.getChildren()
          .addAll(
              all("pack.all.ours", summary, Choice.OURS, "merge-all-ours"),
              all("pack.all.theirs", summary, Choice.THEIRS, "merge-all-theirs"));
    }
    acts.getChildren().add(button("pack.close", model::close, "merge-close"));
    var box = new VBox(title, figures, cells, acts);
    if (summary.clashes() > 0) {
      var keys = new Label(texts.get("pack.keys"));
      keys.setWrapText(true);
      keys.getStyleClass().addAll("muted", "small-text");
      box.getChildren().add(keys);
    }
    notes(summary).ifPresent(notes -> box.getChildren().add(3, notes));
    box.getStyleClass().add("merge-head");
    return box;
  }

  /** What did not come along, if anything. */
  private Optional<Node> notes(Summary summary) {
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

  private Button all(String key, Summary summary, Choice choice, String id) {
    var button = new Button(texts.get(key, summary.open(), who(summary)));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> model.deciding().chooseAll(choice));
    return button;
  }

  private Button button(String key, Runnable act, String id) {
    var button = new Button(texts.get(key));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> act.run());
    return button;
  }

  private void selected(PackEntry entry) {
    if (!telling && entry != null) {
      model.deciding().select(Optional.of(entry));
    }
  }

  private void showEntries(List<PackEntry> entries) {
    telling = true;
    int at = list.getSelectionModel().getSelectedIndex();
    list.getItems().setAll(entries);
    list.getSelectionModel().select(Math.min(Math.max(at, 0), entries.size() - 1));
    telling = false;
  }

  private void showCells(Optional<Shown> shown) {
    boolean had = cells.isFocusWithin();
    cells.getChildren().clear();
    if (shown.isEmpty() || !(model.state().get() instanceof State.Open(var summary))) {
      return;
    }
    var entry = shown.get().entry();
    telling = true;
    IntStream.range(0, list.getItems().size())
        .filter(index -> list.getItems().get(index).pack() == entry.pack())
        .forEach(list.getSelectionModel()::select);
    telling = false;
    var words = new MergeWords(texts);
    var title = new Label(words.title(entry));
    title.setWrapText(true);
    title.getStyleClass().add("strong");
    cells.getChildren().add(title);
    var clashes = shown.get().clashes();
    for (int i = 0; i < clashes.size(); i++) {
      cells
          .getChildren()
          .add(new ClashCard(texts, model.deciding(), clashes.get(i), i, who(summary)));
    }
    shown.get().differences().stream()
        .filter(change -> !change.isClash())
        .sorted((one, other) -> one.kind().compareTo(other.kind()) * -1)
        .forEach(
            (Difference change) ->
                cells.getChildren().add(new ChangeCard(texts, change, who(summary))));
    if (had) {
      card().ifPresentOrElse(ClashCard::takeFocus, this::takeFocus);
    }
  }

  /** The clash that the keys decide. */
  private Optional<ClashCard> card() {
    return cells.getChildren().stream()
        .filter(ClashCard.class::isInstance)
        .map(ClashCard.class::cast)
        .skip(model.deciding().current().get())
        .findFirst();
  }

  private void reveal() {
    card()
        .filter(card -> cells.getHeight() > scroll.getHeight())
        .ifPresent(
            card -> {
              double top = card.getBoundsInParent().getMinY();
              scroll.setVvalue(top / (cells.getHeight() - scroll.getHeight()));
            });
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()
        || !(model.state().get() instanceof State.Open)) {
      return;
    }
    switch (event.getCode()) {
      case DIGIT1, NUMPAD1 -> model.deciding().choose(Choice.Kind.OURS);
      case DIGIT2, NUMPAD2 -> model.deciding().choose(Choice.Kind.THEIRS);
      case DIGIT3, NUMPAD3 -> model.deciding().choose(Choice.Kind.BOTH);
      case DIGIT4, NUMPAD4 -> card().ifPresent(ClashCard::edit);
      case N -> model.deciding().next();
      case ESCAPE -> model.close();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
