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
import javafx.scene.layout.VBox;
import studio.timbre.app.PackEntry;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.packs.Deciding.Shown;
import studio.timbre.ui.packs.MergeViewModel.State;
import studio.timbre.ui.packs.MergeViewModel.Summary;

/** A review pack that came back: the figures, what differs, and the three states of what both changed. */
public final class MergeView extends BorderPane {
  private static final double LIST_SHARE = 0.28;

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
        setTop(new MergeHead(model, texts, summary));
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
    return MergeHead.who(texts, summary);
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
        texts.get(summary.sheet().isPresent() ? "pack.nothingNew.table" : "pack.nothingNew.title"),
        MergeWords.sentence(texts.get("pack.nothingNew.text", who(summary))));
  }

  private Button button(String key, Runnable act, String id) {
    return MergeHead.button(texts.get(key), act, id);
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
