package studio.timbre.ui;

import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import studio.timbre.Main;

/**
 * The programs that {@link StartupBenchmark} times, each in a process of its own: an empty window, or Timbre as {@code Main} starts
 * it. A line is printed once the window is drawn and answers, and the process ends.
 */
final class StartupProbe {
  static final String READY = "ready";
  private static final long LOOK_EVERY_MILLIS = 10;

  private StartupProbe() {}

  /** The yardstick. */
  public static final class EmptyWindow extends Application {
    @Override
    public void start(Stage stage) {
      stage.setScene(new Scene(new StackPane(), 1280, 800));
      stage.show();
    }
  }

  /**
   * @param arguments {@code empty}; or {@code timbre} and the style class of a node that must be on the screen
   */
  public static void main(String[] arguments) {
    var awaited = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.<String>empty();
    Thread.ofPlatform().daemon().start(() -> watch(awaited));
    if (arguments[0].equals("empty")) {
      Application.launch(EmptyWindow.class);
    } else {
      Main.main(new String[0]);
    }
  }

  private static void watch(Optional<String> awaited) {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        look(awaited);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void look(Optional<String> awaited) {
    try {
      Platform.runLater(() -> shown(awaited).ifPresent(StartupProbe::endAfterNextFrame));
    } catch (IllegalStateException e) {
      // The toolkit has not started yet.
    }
  }

  private static Optional<Scene> shown(Optional<String> awaited) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(Window::getScene)
        .filter(
            scene ->
                awaited.isEmpty()
                    || scene.getRoot().lookupAll(awaited.get()).stream()
                        .anyMatch(
                            node -> node.isVisible() && node.getLayoutBounds().getWidth() > 0))
        .findFirst();
  }

  private static void endAfterNextFrame(Scene scene) {
    scene.addPostLayoutPulseListener(
        () ->
            Platform.runLater(
                () -> {
                  System.out.println(READY);
                  System.out.flush();
                  Runtime.getRuntime().halt(0);
                }));
    Platform.requestNextPulse();
  }
}
