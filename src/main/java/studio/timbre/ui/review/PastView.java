package studio.timbre.ui.review;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.review.PastViewModel.Looked;

/**
 * What a training has seen, or a version: plainly marked as the past, each conversation as it was, deleted ones too, with what changed since and
 * the way back to the present. Nothing is edited here.
 */
final class PastView extends BorderPane {
  private static final double LIST_SHARE = 0.42;

  private final PastViewModel model;
  private final Texts texts;
  private final Label title = words("section-title");
  private final Label figures = words("muted");
  private final ListView<Long> list = new ListView<>();
  private final VBox talk = new VBox();
  private final ToggleButton then;
  private final ToggleButton since;
  private final Button present;
  private Optional<PastRows> rows = Optional.empty();

  PastView(PastViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("past");
    getStyleClass().add("past-view");
    then = mode("past-then", "past.data.then");
    since = mode("past-since", "past.data.since");
    var modes = new ToggleGroup();
    modes.getToggles().addAll(then, since);
    then.setSelected(true);
    present = button("past-present", "past.data.present", model::goToPresent);
    modes.selectedToggleProperty().subscribe(chosen -> show(model.looked().get()));
    prepareList();
    var ways = new FlowPane(then, since, present);
    ways.getStyleClass().add("past-acts");
    var read = new VBox(ways, talk);
    read.getStyleClass().add("past-talk");
    var scroll = new ScrollPane(read);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    var both = new SplitPane(list, scroll);
    both.setDividerPositions(LIST_SHARE);
    setTop(head());
    setCenter(both);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // A list keeps Enter and Escape to itself.
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.open().subscribe(this::open);
    model.onlyDifferent().subscribe(only -> fill());
    model
        .looked()
        .subscribe(
            looked -> {
              show(looked);
              scroll.setVvalue(0);
            });
  }

  private static Label words(String style) {
    var label = new Label();
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private ToggleButton mode(String id, String key) {
    var button = new ToggleButton(texts.get(key));
    button.setId(id);
    button.setMnemonicParsing(false);
    // One of the two is always chosen.
    button.setOnAction(event -> button.setSelected(true));
    return button;
  }

  private Button button(String id, String key, Runnable act) {
    var button = new Button(texts.get(key));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> act.run());
    return button;
  }

  private Node head() {
    title.setGraphic(Icon.CLOCK.node());
    title.setGraphicTextGap(8);
    title.setId("past-title");
    figures.setId("past-figures");
    var readOnly = words("muted");
    readOnly.setText(texts.get("past.data.readOnly"));
    var only = new CheckBox(texts.get("past.data.only"));
    only.setId("past-only");
    only.setMnemonicParsing(false);
    only.selectedProperty().bindBidirectional(model.onlyDifferent());
    var close = button("past-close", "past.data.close", model::leave);
    close.getStyleClass().add("accent");
    var acts = new FlowPane(close, only);
    acts.getStyleClass().add("past-acts");
    var head = new VBox(title, figures, readOnly, acts);
    head.getStyleClass().add("past-head");
    return head;
  }

  private void prepareList() {
    list.setId("past-list");
    list.setAccessibleText(texts.get("past.data.list"));
    list.setPlaceholder(
        new EmptyState(
            Icon.CLOCK, texts.get("past.data.nothing"), texts.get("past.data.nothing.text")));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            id -> {
              if (id != null) {
                model.look(id);
              }
            });
  }

  private void open(Optional<PastData> data) {
    rows.ifPresent(PastRows::close);
    rows = data.map(there -> model.rows(there, list::refresh));
    data.ifPresent(
        there -> {
          then.setSelected(true);
          title.setText(
              texts.get(
                  switch (there.origin()) {
                    case TRAINING -> "past.data.title";
                    case VERSION -> "past.data.title.version";
                  },
                  there.name(),
                  texts.dateTime(there.time())));
          figures.setText(
              texts.get(
                  "past.data.figures",
                  there.taken().length,
                  there.changed().length,
                  there.deleted().length));
        });
    fill();
  }

  private void fill() {
    var data = model.open().get();
    if (data.isEmpty() || rows.isEmpty()) {
      list.setItems(FXCollections.observableArrayList());
      return;
    }
    var there = data.get();
    var shown = rows.get();
    shown.set(model.onlyDifferent().get() ? there.different() : there.taken());
    list.setCellFactory(view -> new PastCell(texts, shown, there::since));
    list.setItems(shown);
    list.getSelectionModel().selectFirst();
  }

  /** Puts the keyboard into the list. */
  void takeFocus() {
    // What has just come has no place in the scene before it is laid out.
    applyCss();
    layout();
    list.requestFocus();
  }

  private void show(Optional<Looked> looked) {
    talk.getChildren().clear();
    present.setVisible(
        looked.isPresent()
            && model
                .open()
                .get()
                .filter(data -> data.since(looked.get().conversation()) != PastData.Since.DELETED)
                .isPresent());
    looked.ifPresent(
        found ->
            talk.getChildren()
                .add(
                    since.isSelected()
                        ? new DiffView(texts, found.since())
                        : found
                            .then()
                            .<Node>map(state -> new PastTalk(texts, state))
                            .orElseGet(VBox::new)));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.leave();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
      (since.isSelected() ? then : since).setSelected(true);
      event.consume();
    }
  }
}
