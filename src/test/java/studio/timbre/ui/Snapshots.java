package studio.timbre.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

/**
 * Pictures of screens, under {@code target/snapshots/NAME-{light,dark}-{en,pt,id}.png}, drawn without a window. What a screen
 * reads in the background should be there before: pass it to {@link #settle} or wait for it.
 */
public final class Snapshots {
  public static final double WIDTH = 1280;
  public static final double HEIGHT = 800;

  /** What a window of 1000 by 700 leaves to a room. */
  private static final double NARROW = 904;

  private static final double LOW = 610;
  private static final Path FOLDER = Path.of("target", "snapshots");
  private static boolean started;

  private Snapshots() {}

  /** Starts JavaFX once for the whole run of tests. */
  public static synchronized void startToolkit() {
    if (!started) {
      started = true;
      try {
        Platform.startup(() -> Platform.setImplicitExit(false));
      } catch (IllegalStateException running) {
        // TestFX was first.
      }
    }
  }

  /** Runs on the JavaFX thread and waits for the answer. */
  public static <T> T onScreen(Callable<T> action) throws Exception {
    startToolkit();
    var answer = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(action.call());
          } catch (Throwable failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer.get(30, TimeUnit.SECONDS);
  }

  /** Waits until a condition holds on the JavaFX thread; fails after ten seconds. */
  public static void settle(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!onScreen(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "the screen did not come to what was waited for; it looks like " + writeWindows());
      }
      Thread.sleep(20);
    }
  }

  private static String writeWindows() throws Exception {
    var pictures = new StringBuilder();
    int number = 0;
    for (var window : onScreen(() -> java.util.List.copyOf(javafx.stage.Window.getWindows()))) {
      number++;
      pictures
          .append(' ')
          .append(write("failure-" + number, Theme.LIGHT, Locale.ENGLISH, window.getScene()));
    }
    return pictures.toString();
  }

  /**
   * Draws a screen in both looks and three languages; it is built anew for each language. Fails where words are cut off, here
   * or in a narrow window, of which there is a picture too.
   */
  public static void take(String name, Function<Texts, Parent> build, Callable<Boolean> ready)
      throws Exception {
    for (Locale language : Texts.LANGUAGES) {
      var root = onScreen(() -> build.apply(Texts.of(language)));
      var scene = onScreen(() -> new Scene(root, WIDTH, HEIGHT));
      for (var theme : Theme.values()) {
        onScreen(
            () -> {
              theme.apply(scene);
              return layOut(root);
            });
        settle(ready);
        onScreen(() -> layOut(root));
        write(name, theme, language, scene);
      }
      assertReadable(name, language, root);
      var narrow = new StackPane();
      var narrowScene = onScreen(() -> narrow(scene, root, narrow));
      settle(ready);
      onScreen(() -> layOut(narrow));
      write(name + "-narrow", Theme.LIGHT, language, narrowScene);
      assertReadable(name + "-narrow", language, root);
    }
  }

  private static Scene narrow(Scene wide, Parent root, StackPane frame) {
    wide.setRoot(new StackPane());
    frame.getChildren().add(root);
    var scene = new Scene(frame, NARROW, LOW);
    Theme.LIGHT.apply(scene);
    layOut(frame);
    return scene;
  }

  private static void assertReadable(String name, Locale language, Parent root) throws Exception {
    assertThat(onScreen(() -> CutTexts.in(root))).as("cut off in %s, %s", name, language).isEmpty();
    assertThat(onScreen(() -> Unnamed.in(root)))
        .as("focusable and without a name in %s, %s", name, language)
        .isEmpty();
  }

  private static boolean layOut(Parent root) {
    root.applyCss();
    root.layout();
    return true;
  }

  /** One picture of a scene as it stands. */
  public static Path write(String name, Theme theme, Locale language, Scene scene)
      throws Exception {
    Files.createDirectories(FOLDER);
    var file =
        FOLDER.resolve(
            name
                + "-"
                + theme.name().toLowerCase(Locale.ROOT)
                + "-"
                + language.getLanguage()
                + ".png");
    var image = onScreen(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("no writer for PNG");
    }
    return file;
  }
}
