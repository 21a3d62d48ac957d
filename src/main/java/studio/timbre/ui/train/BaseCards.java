package studio.timbre.ui.train;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The base models to choose from, and the ways to get one. */
final class BaseCards extends VBox {
  private final TrainViewModel model;
  private final Texts texts;
  private final FlowPane cards = new FlowPane();
  private final VBox nothing = new VBox();
  private final HBox fetching = new HBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label fetched = new Label();

  BaseCards(TrainViewModel model, Texts texts, FileQuestions files) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("column-8");
    var title = new Label(texts.get("train.base"));
    title.getStyleClass().add("section-title");
    var explanation = new Label(texts.get("train.base.text"));
    explanation.setWrapText(true);
    explanation.getStyleClass().add("muted");
    cards.getStyleClass().add("base-cards");
    cards.setRowValignment(VPos.TOP);
    getChildren()
        .addAll(new VBox(title, explanation), cards, nothing(), fetching(), addButtons(files));
    model.models().addListener((javafx.beans.Observable change) -> build());
    build();
    model.read().subscribe(read -> update());
    model.fits().subscribe(fits -> update());
    model.base().subscribe(chosen -> update());
    model.fetch().subscribe(this::showFetch);
  }

  private void build() {
    var group = new ToggleGroup();
    cards
        .getChildren()
        .setAll(
            model.models().stream()
                .map(
                    base ->
                        new BaseCard(base, group, texts, () -> model.base().set(Optional.of(base))))
                .toList());
    update();
  }

  /** The cards stay, and with them the focus. */
  private void update() {
    for (var node : cards.getChildren()) {
      if (node instanceof BaseCard card) {
        card.select(model.base().get().equals(Optional.of(card.base())));
        card.showFit(Optional.ofNullable(model.fits().get().get(card.base().name())));
      }
    }
    put(cards, !model.models().isEmpty());
    put(nothing, showsNothing());
  }

  private boolean showsNothing() {
    return model.read().get() && model.models().isEmpty() && model.fetch().get().isEmpty();
  }

  private VBox nothing() {
    var title = new Label(texts.get("train.base.nothing"));
    title.getStyleClass().add("strong");
    var text = new Label(texts.get("train.base.nothing.text"));
    text.setWrapText(true);
    var get = new Button(texts.get("train.base.fetch"), Icon.IMPORT.node());
    get.setId("train-fetch");
    get.getStyleClass().add("accent");
    get.setOnAction(event -> model.fetchStarter());
    nothing.getChildren().addAll(title, text, get);
    nothing.getStyleClass().addAll("card-pane", "column-8");
    return nothing;
  }

  private HBox fetching() {
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setId("train-fetch-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> model.cancelFetch());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("train.base.fetching"));
    var words = new VBox(new Label(texts.get("train.base.fetching")), bar, fetched);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    fetched.getStyleClass().addAll("muted", "small-text");
    fetching.getChildren().addAll(words, cancel);
    fetching.getStyleClass().addAll("card-pane", "row-16");
    return fetching;
  }

  private void showFetch(Optional<TrainViewModel.Fetch> fetch) {
    put(fetching, fetch.isPresent());
    put(nothing, showsNothing());
    fetch.ifPresent(
        under -> {
          boolean known = under.total() > 0;
          bar.setProgress(known ? (double) under.done() / under.total() : -1);
          fetched.setText(
              known
                  ? texts.get(
                      "train.base.fetched", texts.bytes(under.done()), texts.bytes(under.total()))
                  : texts.bytes(under.done()));
        });
  }

  private FlowPane addButtons(FileQuestions files) {
    var file = new Button(texts.get("train.base.addFile"), Icon.FILE.node());
    file.setId("train-add-file");
    file.setOnAction(
        event ->
            files
                .open(texts.get("train.base.addFile.title"), FileQuestions.Kind.WEIGHTS)
                .ifPresent(model::add));
    var folder = new Button(texts.get("train.base.addFolder"), Icon.FOLDER.node());
    folder.setId("train-add-folder");
    folder.setOnAction(
        event -> files.folder(texts.get("train.base.addFolder.title")).ifPresent(model::add));
    var row = new FlowPane(file, folder);
    row.getStyleClass().add("wrapping-buttons");
    return row;
  }

  private static void put(Region region, boolean there) {
    region.setVisible(there);
    region.setManaged(there);
  }
}
