package studio.timbre.ui.hear;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The room in which voices are heard side by side. */
public final class HearView implements Screen {
  private final HearViewModel model;
  private final Texts texts;
  private final StackPane root = new StackPane();
  private final VBox rounds = new VBox();
  private final Composer composer;
  private boolean keyboardWaits;
  private boolean cardsAreNew;

  public static HearView of(Desk desk, OpenProject project) {
    var model =
        new HearViewModel(
            HearSource.of(desk.timbre(), project.session()),
            desk.texts(),
            desk.work(),
            desk.notices(),
            project.heardRun());
    project.heardModel().subscribe(tuned -> tuned.ifPresent(model.voices()::hearTuned));
    return new HearView(model, desk.texts(), desk.navigator());
  }

  HearView(HearViewModel model, Texts texts, Navigator navigator) {
    this.model = model;
    this.texts = texts;
    composer = new Composer(model, texts);
    root.getStyleClass().addAll("screen", "hear");
    rounds.getStyleClass().add("rounds");
    rounds.managedProperty().bind(Bindings.isNotEmpty(model.rounds()));
    rounds.setFillWidth(true);
    var waiting = new ServingCards(model.serving(), texts);
    var talk = new VBox(rounds, waiting);
    var scroll = new ScrollPane(talk);
    scroll.setId("hear-rounds");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("rounds-scroll");
    scroll.setAccessibleText(texts.get("hear.history"));
    var hint = new Label(texts.get("hear.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("empty-text");
    hint.visibleProperty()
        .bind(Bindings.isEmpty(model.rounds()).and(Bindings.isEmpty(model.serving().cards())));
    var middle = new StackPane(scroll, hint);
    talk.heightProperty()
        .addListener(
            (source, before, now) -> {
              if (cardsAreNew) {
                cardsAreNew = false;
                scroll.setVvalue(place(waiting, scroll, now.doubleValue()));
              } else {
                stayAtTheEnd(scroll, before.doubleValue());
              }
            });
    VBox.setVgrow(middle, Priority.ALWAYS);
    var all = new VBox(new VoicesBar(model, texts, navigator), middle, composer);
    var nothing = nothing(navigator);
    root.getChildren().addAll(all, nothing);
    model
        .rounds()
        .addListener(
            (ListChangeListener<Round>)
                change -> {
                  while (change.next()) {
                    change
                        .getAddedSubList()
                        .forEach(
                            round ->
                                rounds.getChildren().add(new RoundPane(round, texts, navigator)));
                  }
                });
    model
        .serving()
        .cards()
        .addListener((Observable change) -> cardsAreNew = !model.serving().cards().isEmpty());
    model.read().subscribe(read -> choose(all, nothing));
    model.voices().chosen().addListener((Observable change) -> choose(all, nothing));
    model.form().open().subscribe(open -> choose(all, nothing));
  }

  HearViewModel model() {
    return model;
  }

  private void choose(Node all, Node nothing) {
    boolean voiceless = model.voices().chosen().isEmpty() && !model.form().open().get();
    all.setVisible(model.read().get() && !voiceless);
    nothing.setVisible(model.read().get() && voiceless);
    if (keyboardWaits && all.isVisible()) {
      takeFocus();
    }
  }

  /** Where a card has to be scrolled to be read from its beginning. */
  private static double place(Node card, ScrollPane scroll, double height) {
    double beyond = height - scroll.getViewportBounds().getHeight();
    return beyond <= 0 ? 0 : Math.clamp(card.getBoundsInParent().getMinY() / beyond, 0, 1);
  }

  /** Whoever reads further up is left there. */
  private void stayAtTheEnd(ScrollPane scroll, double heightBefore) {
    double window = scroll.getViewportBounds().getHeight();
    boolean atEnd = heightBefore <= window || scroll.getVvalue() > 0.98;
    if (atEnd) {
      scroll.setVvalue(1);
    }
  }

  private Node nothing(Navigator navigator) {
    var go = new Button(texts.get("runs.nothing.train"));
    go.setId("hear-train");
    go.getStyleClass().add("accent");
    go.setOnAction(event -> navigator.go("train"));
    var named = new Button(texts.get("hear.voice.named"));
    named.setId("hear-nothing-named");
    named.setOnAction(event -> model.form().open(OptionalInt.empty()));
    return new EmptyState(
        Icon.HEAR, texts.get("hear.nothing"), texts.get("hear.nothing.text"), go, named);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void takeFocus() {
    // The question is there as soon as the models are known.
    keyboardWaits = !composer.takeFocus();
  }

  @Override
  public void hidden() {
    keyboardWaits = false;
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("hear.ask", texts.get("hear.askBoth"), composer::ask).withIcon(Icon.HEAR),
        Action.of("hear.stop", texts.get("hear.stop"), model::stop)
            .withIcon(Icon.STOP)
            .enabledWhen(model.speaking()));
  }

  @Override
  public void close() {
    model.close();
  }
}
