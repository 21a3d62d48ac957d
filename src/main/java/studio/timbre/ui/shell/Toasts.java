package studio.timbre.ui.shell;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import studio.timbre.ui.control.FaultNotice;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** Sentences at the foot of the window that go by themselves, and failures at its head that stay. */
final class Toasts implements Notices {
  private static final Duration STAY = Duration.seconds(8);
  private static final int MOST = 3;

  private final Texts texts;
  private final VBox foot = new VBox();
  private final VBox head = new VBox();
  private Optional<HBox> step = Optional.empty();
  private Optional<HBox> now = Optional.empty();

  Toasts(Texts texts) {
    this.texts = texts;
    foot.getStyleClass().add("toasts");
    foot.setPickOnBounds(false);
    foot.setFillWidth(false);
  }

  /** Lies over everything. */
  Pane foot() {
    return foot;
  }

  /** Stands above the room. */
  Pane head() {
    return head;
  }

  @Override
  public void say(String sentence) {
    show(toast(sentence));
  }

  @Override
  public void say(String sentence, String act, Runnable run) {
    show(toast(sentence, act, run));
  }

  /** As {@link #say}, in place of what was last said so: of steps to and fro only the last one counts. */
  void sayInstead(String sentence, String act, Runnable run) {
    step.ifPresent(foot.getChildren()::remove);
    var toast = toast(sentence, act, run);
    step = Optional.of(toast);
    show(toast);
  }

  /** What is under way: stays until {@link #forgetNow}. */
  void sayForNow(String sentence) {
    forgetNow();
    var toast = toast(sentence);
    now = Optional.of(toast);
    foot.getChildren().add(toast);
  }

  void forgetNow() {
    now.ifPresent(foot.getChildren()::remove);
    now = Optional.empty();
  }

  private HBox toast(String sentence, String act, Runnable run) {
    var toast = toast(sentence);
    var button = new Button(act);
    button.setOnAction(
        event -> {
          foot.getChildren().remove(toast);
          run.run();
        });
    toast.getChildren().add(1, button);
    return toast;
  }

  @Override
  public void failed(Throwable problem) {
    // What was called off has not failed.
    if (problem instanceof CancellationException) {
      return;
    }
    var fault = Fault.of(problem, texts);
    head.getChildren()
        .removeIf(
            shown -> fault.sentence().equals(shown.getAccessibleText()) || tooMany(head, shown));
    var notices = new FaultNotice[1];
    notices[0] = new FaultNotice(fault, texts, () -> head.getChildren().remove(notices[0]));
    head.getChildren().add(notices[0]);
  }

  private static boolean tooMany(Pane pane, javafx.scene.Node shown) {
    return pane.getChildren().size() >= MOST && pane.getChildren().getFirst() == shown;
  }

  private HBox toast(String sentence) {
    var label = new Label(sentence);
    label.setWrapText(true);
    var close = new Button("", Icon.CLOSE.node());
    close.setAccessibleText(texts.get("common.close"));
    close.setTooltip(new Tooltip(texts.get("common.close")));
    var toast = new HBox(label, close);
    toast.getStyleClass().add("toast");
    toast.setAccessibleText(sentence);
    close.setOnAction(event -> foot.getChildren().remove(toast));
    return toast;
  }

  /** The clock stands while the mouse is over it or the keyboard is in it. */
  private void show(HBox toast) {
    foot.getChildren().removeIf(shown -> tooMany(foot, shown));
    foot.getChildren().add(toast);
    var clock = new PauseTransition(STAY);
    clock.setOnFinished(event -> foot.getChildren().remove(toast));
    toast
        .hoverProperty()
        .or(toast.focusWithinProperty())
        .subscribe(
            held -> {
              if (held) {
                clock.stop();
              } else {
                clock.playFromStart();
              }
            });
  }
}
