package studio.timbre.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.ProjectFile;
import studio.timbre.store.Versions;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Shell;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** Pictures of reviewing, to be looked at; nothing in them is cut off or without a name. */
class ReviewSnapshotsTest {
  private static final JobId RUN = new JobId("run-1");
  private static final TrainingFilter EVERYTHING =
      TrainingFilter.DEFAULT.withStatuses(Set.of(Status.values()));

  @TempDir Path folder;
  private Window window;

  @BeforeEach
  void open() throws Exception {
    window = Snapshots.onScreen(() -> new Window(folder.resolve("home")));
    window.timbre().preferences().setName("Ana");
    var file = folder.resolve("Harbour café.timbre");
    try (var session = window.timbre().create(file)) {
      for (var question : new String[] {"Where is my order?", "Can I get oat milk?", "Refund?"}) {
        session.add(
            Conversation.of(
                Message.of(Role.SYSTEM, "Warm and brief."),
                Message.of(Role.USER, question),
                Message.of(Role.ASSISTANT, "It left us on Monday and is with you on Thursday.")),
            Split.TRAINING,
            Optional.empty());
      }
      session.setStatus(Status.IN_REVIEW, 1, 2, 3);
      session.write(
          "tag",
          pen -> {
            var first = pen.find(1).orElseThrow();
            pen.put(
                1,
                first.withReview(
                    first
                        .review()
                        .withRating(4)
                        .withTags(Set.of("delivery", "refunds & returns", "tone"))
                        .withAssignee("Ana")
                        .withNote(
                            "Warmer at the end. The day should be named only if we know it.")));
            return 1;
          });
    }
    try (var store = ProjectFile.open(file)) {
      store.versions().saw(RUN, new Versions.Seen(store.journal().position(), EVERYTHING));
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private boolean isShown(String node) {
    var found = window.shell().lookup(node);
    return found != null && found.isVisible();
  }

  private void take(String name, Consumer<Shell> prepare, Callable<Boolean> ready)
      throws Exception {
    Snapshots.take(
        name,
        texts -> {
          var shell = window.build(texts);
          prepare.accept(shell);
          return shell;
        },
        ready);
  }

  /** What lies in a split pane is there once it was laid out. */
  private boolean goThroughTheQueue() {
    if (!isShown("#review-legend") && isShown("#review-mode")) {
      ((Button) window.shell().lookup("#review-mode")).fire();
    }
    return isShown("#review-legend") && isShown(".chip") && isShown("#spotlight-close");
  }

  @Test
  void aConversationWithItsMarks() throws Exception {
    take("review", shell -> shell.go("data"), () -> isShown(".chip"));
  }

  @Test
  void aQueueThatIsGoneThrough() throws Exception {
    take("review-queue", shell -> shell.go("data"), this::goThroughTheQueue);
  }

  @Test
  void aHistoryWithAClash() throws Exception {
    var session = window.session();
    session.replace(Map.of(1L, talk("It left us on Tuesday. You will have it on Thursday.")));
    session.replace(Map.of(1L, talk("It left us on Tuesday, and we are sorry for the wait.")));
    take(
        "review-history",
        shell -> shell.go("data"),
        () -> {
          if (chosen("#side-history") && isShown(".take-back") && !isShown("#clashes")) {
            ((Button) window.shell().lookupAll(".take-back").toArray()[1]).fire();
          }
          return isShown("#clashes");
        });
  }

  @Test
  void versions() throws Exception {
    var session = window.session();
    session.versions().name("Before the summer");
    session.versions().name("As sent to the agency");
    session.delete(3);
    session.replace(Map.of(1L, talk("It left us on Tuesday. You will have it on Thursday.")));
    take(
        "review-versions",
        shell -> shell.go("data"),
        () -> chosen("#side-versions") && isShown(".version-compare"));
    take(
        "review-comparison",
        shell -> shell.go("data"),
        () -> {
          if (chosen("#side-versions") && isShown(".version-compare") && !isShown("#comparison")) {
            ((Button) window.shell().lookup(".version-compare")).fire();
          }
          return isShown("#comparison") && isShown("#comparison .diff");
        });
  }

  @Test
  void whatATrainingHasSeen() throws Exception {
    window.session().delete(2);
    window
        .session()
        .replace(Map.of(1L, talk("It left us on Tuesday. You will have it on Thursday.")));
    var begun = Instant.parse("2026-11-20T12:00:00Z");
    for (var mode : List.of("#past-then", "#past-since")) {
      take(
          "review" + mode.replace("#", "-"),
          shell -> {
            shell.go("data");
            var project = window.model().project().get().orElseThrow();
            project
                .lookback()
                .set(Optional.of(new OpenProject.Lookback("Warmer, gentle", RUN, begun)));
          },
          () ->
              isShown("#past")
                  && chosen(mode)
                  && isShown(mode.equals("#past-since") ? "#past .diff" : "#past .diff-message"));
    }
  }

  private static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.SYSTEM, "Warm and brief."),
        Message.of(Role.USER, "Where is my order?"),
        Message.of(Role.ASSISTANT, answer));
  }

  private boolean chosen(String tab) {
    if (!(window.shell().lookup(tab) instanceof ToggleButton button)) {
      return false;
    }
    button.setSelected(true);
    // What lies in a scroll pane is found once it has its look.
    window.shell().applyCss();
    window.shell().layout();
    return true;
  }

  @Test
  void whatIsTrainedOn() throws Exception {
    // A window of 1000 pixels, with its rail.
    for (var language : Texts.LANGUAGES) {
      var shell = Snapshots.onScreen(() -> window.build(Texts.of(language)));
      var scene = Snapshots.onScreen(() -> new Scene(shell, 1000, 700));
      for (var theme : Theme.values()) {
        Snapshots.onScreen(
            () -> {
              theme.apply(scene);
              shell.go("train");
              return true;
            });
        Snapshots.settle(
            () -> {
              shell.applyCss();
              shell.layout();
              return isShown("#trains-on-change") && isShown("#train-fetch");
            });
        Snapshots.write("review-trains-on", theme, language, scene);
      }
      assertThat(Snapshots.onScreen(() -> CutTexts.in(shell))).isEmpty();
      assertThat(Snapshots.onScreen(() -> Unnamed.in(shell))).isEmpty();
    }
  }
}
