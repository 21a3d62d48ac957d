package studio.timbre.ui.check;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.app.Moderation.Standing;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.check.ContentCheckViewModel.State;
import studio.timbre.ui.control.FaultNotice;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** Below the problems: what the content check is, where the texts go, and what it came to. */
final class ContentCheckPane extends VBox {
  /** Shorter rests are not spoken of. */
  private static final Duration NOTICED = Duration.ofSeconds(3);

  private final ContentCheckViewModel model;
  private final Texts texts;
  private final Navigator navigator;
  private final VBox now = new VBox();
  private final VBox trouble = new VBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label counted = new Label();

  ContentCheckPane(ContentCheckViewModel model, Texts texts, Navigator navigator) {
    this.model = model;
    this.texts = texts;
    this.navigator = navigator;
    setId("content-check");
    getStyleClass().addAll("card-pane", "column-16", "reading-column");
    var title = new Label(texts.get("check.content.title"));
    title.getStyleClass().add("section-title");
    var head = new VBox(title, sentence(texts.get("check.content.text")));
    head.getStyleClass().add("column-4");
    now.getStyleClass().add("column-16");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    bar.setAccessibleText(texts.get("check.content.title"));
    counted.setId("content-check-counted");
    counted.setWrapText(true);
    getChildren().addAll(head, now, trouble);
    model.state().subscribe(this::show);
    model.problem().subscribe(this::show);
  }

  private void show(State state) {
    switch (state) {
      case State.Unknown _ -> now.getChildren().clear();
      case State.NoConnection _ -> now.getChildren().setAll(noConnection());
      case State.Ready ready -> ready(ready);
      case State.Looking looking -> looking(looking);
    }
  }

  private Node noConnection() {
    var add = button("connections.add", "content-check-connect");
    add.setOnAction(event -> navigator.go("settings", "connections.add"));
    var box = new VBox(sentence(texts.get("check.content.none")), add);
    box.getStyleClass().add("column-8");
    return box;
  }

  private void ready(State.Ready ready) {
    now.getChildren().clear();
    var standing = ready.standing();
    if (standing.looked() > 0) {
      now.getChildren().add(result(standing));
    }
    if (standing.conversations() == 0) {
      now.getChildren().add(sentence(texts.get("check.content.nothing")));
    } else if (ready.connections().size() > 1 || standing.left() > 0) {
      now.getChildren().add(way(ready));
    }
  }

  /** Who looks, where the texts go, and the button. */
  private Node way(State.Ready ready) {
    var row = new FlowPane();
    row.getStyleClass().add("wrapping-buttons");
    if (ready.connections().size() > 1) {
      row.getChildren().add(choice(ready));
    }
    if (ready.standing().left() > 0) {
      String key = ready.standing().looked() == 0 ? "check.content.start" : "check.content.goOn";
      var start = new Button(texts.get(key, ready.standing().left()));
      start.setId("content-check-start");
      start.setMinWidth(Region.USE_PREF_SIZE);
      start.setOnAction(event -> model.start());
      row.getChildren().add(start);
    }
    var box = new VBox(to(ready.chosen()), row);
    box.getStyleClass().add("column-8");
    return box;
  }

  private ComboBox<Connection> choice(State.Ready ready) {
    var box = new ComboBox<Connection>();
    box.setId("content-check-connection");
    box.setAccessibleText(texts.get("check.content.connection"));
    box.getItems().setAll(ready.connections());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Connection connection) {
            return connection == null ? "" : connection.name();
          }

          @Override
          public Connection fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    box.setValue(ready.chosen());
    box.setOnAction(event -> Optional.ofNullable(box.getValue()).ifPresent(model::choose));
    return box;
  }

  private Label to(Connection connection) {
    var label = sentence(texts.get("check.content.to", connection.address().toString()));
    label.setId("content-check-to");
    return label;
  }

  private void looking(State.Looking looking) {
    boolean known = looking.total() > 0;
    bar.setProgress(
        known ? (double) looking.done() / looking.total() : ProgressBar.INDETERMINATE_PROGRESS);
    counted.setText(words(looking));
    if (!now.getChildren().contains(bar)) {
      var stop = button("check.content.stop", "content-check-stop");
      stop.setOnAction(
          event -> {
            stop.setDisable(true);
            model.stop();
          });
      HBox.setHgrow(counted, Priority.ALWAYS);
      counted.setMaxWidth(Double.MAX_VALUE);
      var row = new HBox(counted, stop);
      row.getStyleClass().add("row-8");
      now.getChildren().setAll(to(looking.connection()), bar, row);
      stop.requestFocus();
    }
  }

  private String words(State.Looking looking) {
    if (looking.total() == 0) {
      return "";
    }
    return looking
        .rest()
        .filter(rest -> rest.compareTo(NOTICED) >= 0)
        .map(
            rest ->
                texts.get(
                    "check.content.resting",
                    looking.done(),
                    looking.total(),
                    texts.duration(rest.toSeconds())))
        .orElseGet(() -> texts.get("check.content.counted", looking.done(), looking.total()));
  }

  private Node result(Standing standing) {
    boolean fine = standing.flagged() == 0;
    var line = new Label(words(standing));
    line.setId("content-check-result");
    line.setWrapText(true);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    var row = new HBox((fine ? Icon.CHECK : Icon.WARNING).node(), line);
    row.getStyleClass().addAll("row-8", "plan-warning", fine ? "success-icon" : "warning-icon");
    var box = new VBox(row);
    box.getStyleClass().add("column-8");
    if (standing.beyondText() > 0) {
      box.getChildren().add(sentence(texts.get("check.content.beyond", standing.beyondText())));
    }
    return box;
  }

  private String words(Standing standing) {
    String looked =
        standing.left() == 0
            ? texts.get("check.content.all", standing.looked(), standing.flagged())
            : texts.get(
                "check.content.part",
                standing.looked(),
                standing.conversations(),
                standing.flagged());
    return standing.flagged() == 0 ? looked : looked + " " + texts.get("check.content.above");
  }

  private void show(Optional<Exception> problem) {
    trouble.getChildren().clear();
    problem.ifPresent(
        failed -> {
          trouble
              .getChildren()
              .add(new FaultNotice(Fault.of(failed, texts), texts, model::putProblemAway));
          if (isOfKeys(failed)) {
            var go = button("check.content.settings", "content-check-settings");
            go.setOnAction(event -> navigator.go("settings"));
            trouble.getChildren().add(go);
          }
        });
    trouble.getStyleClass().setAll("column-8");
    trouble.setManaged(problem.isPresent());
  }

  /** What is put right under Settings. */
  private static boolean isOfKeys(Exception problem) {
    return problem instanceof UserFacingException known
        && (known.key().startsWith("error.connection.")
            || known.key().startsWith("error.keys.")
            || known.key().equals("error.moderation.key"));
  }

  private Button button(String key, String id) {
    var button = new Button(texts.get(key));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static Label sentence(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }
}
