package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import studio.timbre.app.Preferences;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Appearance;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The real frame over a real project in a folder of its own, for tests to drive. */
public final class Window implements FileQuestions, Appearance, AutoCloseable {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 800;

  private final Work work = Work.inBackground();
  private final Timbre timbre;
  private final ShellViewModel model;
  private final Image mark =
      new Image(
          Objects.requireNonNull(Window.class.getResourceAsStream("/studio/timbre/icon.png")));
  private Optional<Path> nextFile = Optional.empty();
  private Optional<Stage> stage = Optional.empty();
  private Optional<Shell> shell = Optional.empty();
  private Locale language = Locale.ENGLISH;

  /** On the JavaFX thread. */
  public Window(Path folder) {
    timbre = Timbre.startIn(new TimbreFolder(folder));
    model = new ShellViewModel(timbre, work);
  }

  public Timbre timbre() {
    return timbre;
  }

  public ShellViewModel model() {
    return model;
  }

  public Shell shell() {
    return shell.orElseThrow();
  }

  public ProjectSession session() {
    return model.project().get().orElseThrow().session();
  }

  /** What the next question for a file is answered with. */
  public void answerWith(Path file) {
    nextFile = Optional.of(file);
  }

  /** Shows it in a window, as large as the headless screen allows. */
  public void show(Stage onto) {
    stage = Optional.of(onto);
    onto.setScene(new Scene(build(Texts.of(language)), WIDTH, HEIGHT));
    // Tests share the stage, and the one before may have made it another size.
    onto.setWidth(WIDTH);
    onto.setHeight(HEIGHT);
    Theme.LIGHT.apply(onto.getScene());
    onto.show();
  }

  /** The frame in a language, for a snapshot. */
  public Shell build(Texts texts) {
    shell.ifPresent(Shell::close);
    var built = new Shell(timbre, model, texts, work, this, this, mark);
    shell = Optional.of(built);
    return built;
  }

  /** Opens the sample project and waits until it is there. Not on the JavaFX thread. */
  public void openSample() throws Exception {
    Snapshots.onScreen(
        () -> {
          model.openSample();
          return true;
        });
    Snapshots.settle(() -> model.project().get().isPresent());
  }

  @Override
  public Optional<Path> open(String title, Kind kind) {
    return take();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, Kind kind) {
    return take();
  }

  @Override
  public Optional<Path> folder(String title) {
    return take();
  }

  private Optional<Path> take() {
    var file = nextFile;
    nextFile = Optional.empty();
    return file;
  }

  @Override
  public void setTheme(Preferences.Theme theme) {
    timbre.preferences().setTheme(theme);
    stage.ifPresent(shown -> Theme.of(theme).apply(shown.getScene()));
  }

  @Override
  public void setLanguage(Locale newLanguage) {
    language = newLanguage;
    stage.ifPresent(shown -> shown.getScene().setRoot(build(Texts.of(newLanguage))));
  }

  /** On the JavaFX thread. */
  @Override
  public void close() {
    shell.ifPresent(Shell::close);
    stage.ifPresent(Stage::hide);
    model.closeProject();
    work.close();
    timbre.close();
  }
}
