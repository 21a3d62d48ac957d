package studio.timbre.ui.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Destinations.Destination;
import studio.timbre.app.Destinations.Outlook;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.ui.check.DestinationsViewModel.State;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.train.ApiFindingsBox;

/** Below the problems: for each provider and model, whether the data is ready for it or what stops it. */
final class DestinationsPane extends VBox {
  private final DestinationsViewModel model;
  private final Texts texts;
  private final Consumer<Spotlight> showData;
  private final VBox now = new VBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label counted = new Label();

  /** @param showData puts conversations before the person, in Data */
  DestinationsPane(DestinationsViewModel model, Texts texts, Consumer<Spotlight> showData) {
    this.model = model;
    this.texts = texts;
    this.showData = showData;
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

  private static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  private void show(State state) {
    setVisible(!(state instanceof State.Nothing));
    switch (state) {
      case State.Nothing _ -> now.getChildren().clear();
      case State.Waiting(long conversations) ->
          now.getChildren().setAll(start(texts.get("where.start", conversations)));
      case State.Looking(long done, long of) -> looking(done, of);
      case State.Known(Outlook outlook, boolean isOld) -> {
        now.getChildren().setAll(outlook.all().stream().map(one -> row(outlook, one)).toList());
        if (isOld) {
          var old = muted(texts.get("where.old"));
          now.getChildren().addFirst(new VBox(8, old, start(texts.get("where.again"))));
        }
      }
    }
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

  private Node row(Outlook outlook, Destination destination) {
    var name = new Label(ProviderFacts.of(destination.provider()).name());
    name.getStyleClass().add("strong");
    boolean ready = destination.isReady();
    var badge = new Label(texts.get(ready ? "where.ready" : "where.stopped"));
    badge.getStyleClass().addAll("badge", ready ? "good" : "bad");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(name, badge);
    line.getStyleClass().add("row-8");
    var words = new VBox(line, muted(models(destination.models())));
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!destination.takesMethod()) {
      var method = new Label(texts.get(outlook.pairs() ? "where.noPairs" : "where.noAnswers"));
      method.setWrapText(true);
      words.getChildren().add(method);
    } else if (!destination.findings().isEmpty()) {
      var findings = new ApiFindingsBox(texts, showData);
      findings.show(destination.findings());
      words.getChildren().add(findings);
    }
    var icon = new StackPane((ready ? Icon.CHECK : Icon.ERROR).node());
    icon.getStyleClass().addAll("problem-icon", ready ? "success-icon" : "danger-icon");
    var row = new HBox(icon, words);
    row.getStyleClass().addAll("row-16", "destination");
    return row;
  }

  private String models(List<CatalogueEntry> models) {
    return models.stream()
        .map(model -> ModelWords.name(texts, model.model()))
        .collect(Collectors.joining(" · "));
  }
}
