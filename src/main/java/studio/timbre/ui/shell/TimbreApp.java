package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import studio.timbre.app.Preferences;
import studio.timbre.app.Timbre;
import studio.timbre.ui.fx.Appearance;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The window. */
public final class TimbreApp extends Application implements Appearance {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 640;

  private final Work work = Work.inBackground();
  private final Timbre timbre = Timbre.start();
  private final ShellViewModel model = new ShellViewModel(timbre, work);
  private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
  private final Image mark =
      new Image(
          Objects.requireNonNull(TimbreApp.class.getResourceAsStream("/studio/timbre/icon.png")));
  private Optional<Shell> shell = Optional.empty();
  private Optional<WindowBounds> bounds = Optional.empty();

  @Override
  public void start(Stage stage) {
    Theme.of(timbre.preferences().theme()).apply(scene);
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(scheme -> Theme.of(timbre.preferences().theme()).apply(scene));
    build(stage);
    stage.setTitle("Timbre");
    stage.getIcons().add(mark);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    stage.setOnCloseRequest(
        event -> {
          if (!model.leaving().isFree()) {
            event.consume();
            model.leaving().leave(Leaving.Goal.QUIT, stage::close);
          }
        });
    var placed = new WindowBounds(stage, timbre.window());
    bounds = Optional.of(placed);
    placed.restore();
    stage.show();
    shell.ifPresent(Shell::shown);
    model.start(getParameters().getRaw().stream().findFirst().map(Path::of));
  }

  private void build(Stage stage) {
    shell.ifPresent(Shell::close);
    var texts = Texts.of(timbre.preferences().language());
    var built =
        new Shell(
            timbre,
            model,
            texts,
            work,
            new FileDialogs(stage, texts, getHostServices()::showDocument),
            this,
            mark);
    shell = Optional.of(built);
    scene.setRoot(built);
  }

  @Override
  public void setTheme(Preferences.Theme theme) {
    timbre.preferences().setTheme(theme);
    Theme.of(theme).apply(scene);
  }

  @Override
  public void setLanguage(Locale language) {
    timbre.preferences().setLanguage(language);
    // The rooms are built anew, and what is under way in them would be stopped.
    if (!model.leaving().isFree()) {
      shell.ifPresent(built -> built.say("settings.language.later"));
    }
    model.leaving().whenFree(() -> speak(language));
  }

  private void speak(Locale language) {
    var room = shell.flatMap(Shell::room);
    build((Stage) scene.getWindow());
    room.ifPresent(name -> shell.ifPresent(built -> built.go(name)));
    // The keyboard stays with the choice of languages, in the window that was built anew.
    scene.getRoot().applyCss();
    Optional.ofNullable(scene.lookup("#language-" + language)).ifPresent(Node::requestFocus);
  }

  @Override
  public void stop() {
    bounds.ifPresent(WindowBounds::remember);
    shell.ifPresent(Shell::close);
    model.closeProject();
    work.close();
    timbre.close();
  }
}
