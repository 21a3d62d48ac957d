package studio.timbre.ui.check;

import static studio.timbre.ui.check.DestinationRow.muted;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.Destinations.Destination;
import studio.timbre.app.Destinations.Outlook;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.ui.check.DestinationRow.Standing;
import studio.timbre.ui.check.DestinationsViewModel.State;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;

/** Below the problems: for this computer and for each provider and model, whether the data is ready for it or what stops it. */
final class DestinationsPane extends VBox {
  private final DestinationsViewModel model;
  private final Texts texts;
  private final Consumer<Spotlight> showData;
  private final LocalRows here;
  private final VBox now = new VBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label counted = new Label();

  /**
   * @param showData puts conversations before the person, in Data
   * @param toTrain goes where models of this computer are fetched
   */
  DestinationsPane(
      DestinationsViewModel model, Texts texts, Consumer<Spotlight> showData, Runnable toTrain) {
    this.model = model;
    this.texts = texts;
    this.showData = showData;
    this.here = new LocalRows(texts, showData, toTrain);
    setId("check-destinations");
    getStyleClass().addAll("card-pane", "column-16", "reading-column");
    var title = new Label(texts.get("where.title"));
    title.getStyleClass().add("section-title");
    var head = new VBox(title, muted(texts.get("where.text")));
    head.getStyleClass().add("column-4");
    now.getStyleClass().add("column-16");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    bar.setAccessibleText(texts.get("where.title"));
    getChildren().addAll(head, now);
    managedProperty().bind(visibleProperty());
    model.state().subscribe(this::show);
  }

  private void show(State state) {
    setVisible(!(state instanceof State.Nothing));
    switch (state) {
      case State.Nothing _ -> now.getChildren().clear();
      case State.Waiting(long conversations) ->
          now.getChildren().setAll(start(texts.get("where.start", conversations)));
      case State.Looking(long done, long of) -> looking(done, of);
      case State.Known known -> known(known);
    }
  }

  private void known(State.Known known) {
    now.getChildren().setAll(here.of(known.here()));
    if (known.isOld()) {
      var old = new VBox(muted(texts.get("where.old")), start(texts.get("where.again")));
      old.getStyleClass().add("column-8");
      // What is kept of this computer's models follows the edits.
      now.getChildren().add(known.isHereOld() ? 0 : now.getChildren().size(), old);
    }
    known.there().all().forEach(one -> now.getChildren().add(row(known.there(), one)));
  }

  private Button start(String words) {
    var start = new Button(words);
    start.setId("where-start");
    start.setMinWidth(Region.USE_PREF_SIZE);
    start.setOnAction(event -> model.start());
    return start;
  }

  private void looking(long done, long of) {
    bar.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / of);
    counted.setText(
        of == 0 ? texts.get("check.checking") : texts.get("check.checkingSo", done, of));
    if (now.getChildren().size() == 1 && now.getChildren().contains(bar.getParent())) {
      return;
    }
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setId("where-cancel");
    cancel.setOnAction(event -> model.cancel());
    var box = new VBox(bar, counted, cancel);
    box.getStyleClass().add("column-8");
    now.getChildren().setAll(box);
  }

  private DestinationRow row(Outlook outlook, Destination destination) {
    var row =
        new DestinationRow(
            texts,
            ProviderFacts.of(destination.provider()).name(),
            Standing.of(destination.isReady()),
            models(destination.models()));
    if (destination.takesMethod()) {
      row.addFindings(texts, destination.findings(), showData);
    } else {
      var method = new Label(texts.get(outlook.pairs() ? "where.noPairs" : "where.noAnswers"));
      method.setWrapText(true);
      row.add(method);
    }
    return row;
  }

  private String models(List<CatalogueEntry> models) {
    return models.stream()
        .map(model -> ModelWords.name(texts, model.model()))
        .collect(Collectors.joining(" · "));
  }
}
