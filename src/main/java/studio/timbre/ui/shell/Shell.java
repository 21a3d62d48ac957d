package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.app.Timbre;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Appearance;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The frame: rail, top bar, status bar and the room between them. Built anew when the language changes. */
public final class Shell extends StackPane implements Navigator, AutoCloseable {
  private static final String FIRST_ROOM = "data";
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final ShellViewModel model;
  private final Texts texts;
  private final Desk desk;
  private final Toasts toasts;
  private final Rail rail;
  private final Palette palette;
  private final WelcomeView welcome;
  private final ProjectActions actions;
  private final List<Action> exchange;
  private final Action addConnection;
  private final Action openVoice;
  private final Action openPalette;
  private final BorderPane frame = new BorderPane();
  private final StackPane place = new StackPane();
  private final Map<String, Screen> entered = new LinkedHashMap<>();
  private final Subscription following;
  private Optional<String> room = Optional.empty();

  /** Files that were dropped before there was a project. */
  private List<Path> waiting = List.of();

  private Optional<StatusBar> status = Optional.empty();
  private Optional<RunNews> news = Optional.empty();

  public Shell(
      Timbre timbre,
      ShellViewModel model,
      Texts texts,
      Work work,
      FileQuestions files,
      Appearance appearance,
      Image mark) {
    this.model = model;
    this.texts = texts;
    texts.exchange().set(timbre.pricePreferences().exchangeRate());
    toasts = new Toasts(texts);
    desk = new Desk(timbre, texts, work, toasts, this, files, appearance);
    actions = new ProjectActions(model, texts, files);
    exchange =
        List.of(
            inData("data.import", texts.get("data.import"), Icon.IMPORT),
            inData("data.export", texts.get("data.export"), Icon.EXPORT),
            inData("data.pack", texts.get("data.pack"), Icon.EXPORT),
            inData("data.bringBack", texts.get("data.bringBack"), Icon.IMPORT));
    addConnection =
        Action.of(
                "connections.add",
                texts.get("connections.add"),
                () -> go("settings", "connections.add"))
            .withIcon(Icon.ADD);
    openVoice =
        Action.of("check.voice", texts.get("voice.open"), () -> go("check", "check.voice"))
            .withIcon(Icon.CHECK)
            .enabledWhen(model.hasProject());
    openPalette =
        Action.of("palette.open", texts.get("shell.palette"), this::togglePalette)
            .withIcon(Icon.SEARCH)
            .withShortcut("Shortcut+K");
    rail = new Rail(Rooms.ALL, texts, this, model.hasProject());
    palette = new Palette(texts, this::offered);
    welcome = new WelcomeView(model, texts, actions, mark);
    getStyleClass().add("shell");
    frame.setTop(new TopBar(model, texts, actions, exchange, openPalette));
    frame.setLeft(rail);
    var leaveBar = new LeaveBar(model.leaving(), texts);
    var centre = new VBox(leaveBar, toasts.head(), place);
    VBox.setVgrow(place, Priority.ALWAYS);
    frame.setCenter(centre);
    // A moment after the drop: who drags waits for its end, and the sign over the window goes
    // first.
    var dropping = work.lane();
    var drops =
        new Drops(
            texts,
            model::open,
            given ->
                dropping
                    .run(() -> given)
                    .after(MOMENT)
                    .onSuccess(this::take)
                    .onFailure(toasts::failed),
            () -> model.project().get().isPresent(),
            toasts::say);
    getChildren().addAll(drops.around(frame), palette, toasts.foot());
    var keys = new ShellKeys(this::offered, openPalette, palette, actions);
    addEventFilter(KeyEvent.KEY_PRESSED, keys::beforeControls);
    MenuKey.in(this);
    addEventHandler(KeyEvent.KEY_PRESSED, keys::afterControls);
    model.setListener(new ProjectNews(toasts, texts, model));
    following =
        Subscription.combine(
            model.project().subscribe(this::projectChanged),
            model.leaving().question().subscribe(question -> leaveBar.show()),
            // One that could not be made is not waited for.
            model.busy().subscribe((before, now) -> waiting = now ? waiting : List.of()));
  }

  private Action inData(String id, String text, Icon icon) {
    return Action.of(id, text, () -> go("data", id)).withIcon(icon).enabledWhen(model.hasProject());
  }

  @Override
  public void go(String name, String action) {
    go(name);
    current().stream()
        .flatMap(screen -> screen.actions().stream())
        .filter(offered -> offered.id().equals(action))
        .findFirst()
        .ifPresent(Action::fire);
  }

  /** Imports files into the project; where none is open, into a new one, once it is said where that lies. */
  void take(List<Path> files) {
    if (model.project().get().isEmpty()) {
      actions
          .askForNew()
          .ifPresent(
              file -> {
                waiting = files;
                model.create(file);
              });
      return;
    }
    go(FIRST_ROOM);
    current().ifPresent(screen -> screen.dropped(files));
  }

  private void projectChanged(Optional<OpenProject> project) {
    leave();
    entered.values().forEach(Screen::close);
    entered.clear();
    closeFrame();
    news = project.map(open -> new RunNews(desk, open, this));
    status =
        project.map(
            open ->
                new StatusBar(
                    new StatusViewModel(desk, open),
                    new ProblemFigures(desk, open),
                    texts,
                    () -> go("check"),
                    () -> go("cost")));
    frame.setBottom(status.map(bar -> (Node) bar).orElse(null));
    if (project.isPresent()) {
      go(FIRST_ROOM);
      var dropped = waiting;
      waiting = List.of();
      current().filter(screen -> !dropped.isEmpty()).ifPresent(screen -> screen.dropped(dropped));
    } else {
      welcome();
    }
  }

  private void welcome() {
    leave();
    rail.mark("");
    place.getChildren().setAll(welcome);
    welcome.takeFocus();
  }

  /** Tells something at the foot of the window. */
  void say(String key) {
    toasts.say(texts.get(key));
  }

  /** To be called once the window is shown: before, nothing in it takes the keyboard. */
  void shown() {
    if (room.isEmpty()) {
      welcome.takeFocus();
    }
  }

  private void leave() {
    current().ifPresent(Screen::hidden);
    room = Optional.empty();
  }

  /** The room that is shown, as {@code data}; empty for the welcome. */
  public Optional<String> room() {
    return room;
  }

  private Optional<Screen> current() {
    return room.map(entered::get);
  }

  @Override
  public void go(String name) {
    if (room.equals(Optional.of(name))) {
      return;
    }
    Rooms.ALL.stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .ifPresent(this::enter);
  }

  private void enter(Room next) {
    if (next.needsProject() && model.project().get().isEmpty()) {
      return;
    }
    boolean keyboardWasHere = hasKeyboard(place);
    leave();
    var screen = entered.computeIfAbsent(next.name(), name -> build(next));
    room = Optional.of(next.name());
    rail.mark(next.name());
    place.getChildren().setAll(screen.node());
    // Panes take their content in with their looks: before that nothing in them can have the
    // keyboard.
    place.applyCss();
    screen.shown();
    if (keyboardWasHere && !hasKeyboard(place)) {
      screen.takeFocus();
    }
    status.ifPresent(StatusBar::lookAgain);
  }

  private static boolean hasKeyboard(Node within) {
    Node at = within.getScene() == null ? null : within.getScene().getFocusOwner();
    while (at != null && at != within) {
      at = at.getParent();
    }
    return at != null;
  }

  private Screen build(Room next) {
    return switch (next.door()) {
      case Room.Door.Always always -> always.build().apply(desk);
      case Room.Door.WithProject with ->
          with.build().apply(desk, model.project().get().orElseThrow());
    };
  }

  /** Everything that can be done now, the room's own acts first. */
  private List<Action> offered() {
    var all = new ArrayList<Action>();
    current().ifPresent(screen -> all.addAll(screen.actions()));
    all.addAll(rail.actions());
    all.addAll(actions.all());
    Stream.concat(exchange.stream(), Stream.of(openVoice, addConnection))
        .filter(action -> all.stream().noneMatch(other -> other.id().equals(action.id())))
        .forEach(all::add);
    model.recent().get().forEach(file -> all.add(ProjectActions.recent(model, texts, file)));
    return all;
  }

  void togglePalette() {
    palette.toggle();
  }

  /** Leaves and closes the rooms; the project stays open in the view model. */
  @Override
  public void close() {
    following.unsubscribe();
    leave();
    entered.values().forEach(Screen::close);
    closeFrame();
  }

  private void closeFrame() {
    status.ifPresent(StatusBar::close);
    news.ifPresent(RunNews::close);
  }
}
