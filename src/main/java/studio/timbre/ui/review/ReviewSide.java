package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;

/** All of reviewing that has a place on the Data screen. */
public final class ReviewSide implements AutoCloseable {
  /**
   * Something else beside the table.
   *
   * @param name of its tab
   * @param command as it stands among all commands
   * @param seen is told whether it is looked at
   */
  public record Beside(String id, String name, String command, Node node, Consumer<Boolean> seen) {}

  private final ReviewViewModel review;
  private final ReviewModeViewModel mode;
  private final HistoryViewModel history;
  private final VersionsViewModel versions;
  private final ReviewBar bar;
  private final ReviewLegend legend;
  private final HistoryPane historyPane;
  private final VersionsPane versionsPane;
  private final PastViewModel pastData;
  private final PastView pastView;
  private final ToggleGroup tabs = new ToggleGroup();
  private final ToggleButton talk;
  private final ToggleButton past;
  private final ToggleButton states;
  private final ToggleButton other;
  private final Beside beside;
  private final List<Action> actions;
  private final Subscription listening;

  /**
   * @param current the conversation in view
   * @param selection all that is selected
   * @param steps how the rows of the table are gone through
   * @param present leads to a conversation as it is now
   * @param beside has a tab of its own
   */
  public ReviewSide(
      Desk desk,
      OpenProject project,
      ObservableValue<Optional<Long>> current,
      Supplier<long[]> selection,
      ReviewModeViewModel.Steps steps,
      LongConsumer present,
      Beside beside) {
    var texts = desk.texts();
    var notices = desk.notices();
    review = new ReviewViewModel(project, desk.work(), current, selection, notices::failed);
    mode = new ReviewModeViewModel(project, review, steps, texts, desk.work(), notices);
    history =
        new HistoryViewModel(
            project,
            desk.work(),
            current,
            () -> notices.say(texts.get("past.overtaken")),
            notices::failed);
    versions = new VersionsViewModel(project, texts, desk.work(), notices);
    bar = new ReviewBar(review, texts);
    legend = new ReviewLegend(mode, texts);
    historyPane = new HistoryPane(history, texts);
    pastData = new PastViewModel(project, desk.work(), present, notices::failed);
    pastView = new PastView(pastData, texts);
    versionsPane = new VersionsPane(versions, texts, pastData::open);
    talk = tab("side-talk", texts.get("side.talk"));
    past = tab("side-history", texts.get("side.history"));
    states = tab("side-versions", texts.get("side.versions"));
    this.beside = beside;
    other = tab(beside.id(), beside.name());
    talk.setSelected(true);
    // A verdict is on what can be seen.
    mode.active().subscribe(active -> tabs.selectToggle(active ? talk : tabs.getSelectedToggle()));
    actions =
        List.of(
            Action.of("review.mode", texts.get("review.mode"), mode::toggle)
                .withIcon(Icon.CHECK)
                .withShortcut("Shortcut+R"),
            Action.of("review.history", texts.get("past.open"), () -> past.setSelected(true)),
            Action.of(
                "review.versions", texts.get("versions.open"), () -> states.setSelected(true)),
            Action.of(beside.id(), beside.command(), () -> other.setSelected(true)));
    listening =
        project
            .lookback()
            .subscribe(
                wanted ->
                    wanted.ifPresent(
                        lookback -> {
                          project.lookback().set(Optional.empty());
                          states.setSelected(true);
                          versions.compare(lookback, pastData::open);
                        }));
  }

  private ToggleButton tab(String id, String name) {
    var tab = new ToggleButton(name);
    tab.setId(id);
    tab.setMnemonicParsing(false);
    tab.getStyleClass().addAll("small", "flat");
    tab.setToggleGroup(tabs);
    // One of them is always chosen.
    tab.setOnAction(event -> tab.setSelected(true));
    return tab;
  }

  /** The marks of the conversation in view. */
  public ReviewBar bar() {
    return bar;
  }

  /** What the keys do, while they do it. */
  public ReviewLegend legend() {
    return legend;
  }

  /**
   * The conversation, with a line above it that leads to its history, to versions, to something else, and to the queue.
   */
  public Node around(Node conversation) {
    var line = new FlowPane(talk, past, states, other, actions.getFirst().button("small", "flat"));
    line.getStyleClass().add("review-line");
    var side = new BorderPane(conversation);
    side.setTop(line);
    side.getStyleClass().add("review-side");
    tabs.selectedToggleProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                history.setSeen(chosen == past);
                beside.seen().accept(chosen == other);
                side.setCenter(
                    chosen == past
                        ? historyPane
                        : chosen == states
                            ? versionsPane
                            : chosen == other ? beside.node() : conversation);
              }
            });
    return side;
  }

  /**
   * A state of the past, in the place of the screen, while it is looked at.
   *
   * @param back takes the keyboard when it is left
   */
  public Node over(Node screen, Runnable back) {
    screen.visibleProperty().bind(pastData.open().map(Optional::isEmpty));
    pastView.visibleProperty().bind(pastData.open().map(Optional::isPresent));
    pastData
        .open()
        .addListener(
            (value, before, now) -> {
              if (now.isPresent()) {
                pastView.takeFocus();
              } else if (before.isPresent()) {
                back.run();
              }
            });
    return new StackPane(screen, pastView);
  }

  /** Takes the keyboard if the past is looked at; answers whether it is. */
  public boolean takeFocus() {
    boolean isThere = pastData.open().get().isPresent();
    if (isThere) {
      pastView.takeFocus();
    }
    return isThere;
  }

  /** Shows the conversation, and not its past. */
  public void showTalk() {
    talk.setSelected(true);
  }

  /** Keys are taken where everything of the screen lies in. */
  public void listenAt(Node root) {
    ReviewKeys.on(root, mode, bar);
  }

  public List<Action> actions() {
    return actions;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    review.close();
    history.close();
    versions.close();
    pastData.close();
  }
}
