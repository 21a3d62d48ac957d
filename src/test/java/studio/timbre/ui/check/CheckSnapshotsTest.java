package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.TinyModel;
import studio.timbre.app.ContentProgress;
import studio.timbre.app.NewKey;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of Check with its content check, to be looked at; nothing in them is cut off or without a name. */
class CheckSnapshotsTest {
  @TempDir Path folder;
  private CheckedProject project;
  private final List<OpenProject> opened = new ArrayList<>();
  private final List<CheckView> views = new ArrayList<>();
  private Parent shown = new StackPane();

  /** As many as a service takes at least, so that the form is in order. */
  @BeforeEach
  void open() throws Exception {
    project =
        new CheckedProject(
            folder,
            "one gull",
            "two gulls",
            "three gulls",
            "four gulls",
            "five gulls",
            "six gulls",
            "seven gulls",
            "eight gulls",
            "nine gulls",
            "ten gulls");
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          views.forEach(CheckView::close);
          return true;
        });
    project.close();
    assertThat(project.server.violations).isEmpty();
  }

  @Test
  void withoutAConnection() throws Exception {
    take("check-content-none", () -> shown.lookup("#content-check-connect") != null);
    assertThat(Path.of("target/snapshots/check-content-none-light-en.png")).exists();
  }

  @Test
  void beforeTheFirstLookWithTwoToChooseFrom() throws Exception {
    project.connections.add(
        Provider.OPENAI, "Gull & Harbour", "https://api.openai.com/v1", new NewKey.Unchanged());
    project.connections.add(
        Provider.COMPATIBLE,
        "Our gateway",
        "https://gateway.gull.example/v1",
        new NewKey.Unchanged());
    take("check-content-first", () -> shown.lookup("#content-check-start") != null);
    assertThat(Path.of("target/snapshots/check-content-first-dark-pt.png")).exists();
  }

  @Test
  void withFlaggedKinds() throws Exception {
    addFlagged();
    // What a provider calls its categories is shown as it is.
    project.server.state.moderation.oddity =
        answer ->
            ((ObjectNode) answer.at("/results/0/categories")).put("<b>spam</b> & _phishing", true);
    var connection = project.connect("Ours", CheckedProject.KEY);
    project
        .session
        .moderation()
        .look(connection, project.connections.keyOf(connection), ContentProgress.NONE);
    project.session.add(CheckedProject.talk("something new"), Split.TRAINING, Optional.empty());
    take("check-content-flagged", () -> isThere("#content-check-result"));
    take(
        "check-content-flagged-end",
        () -> {
          if (shown.lookup(".plain-scroll") instanceof ScrollPane scroll) {
            scroll.setVvalue(1);
          }
          return isThere("#content-check-result") && isThere("#check-summary");
        });
    assertThat(Path.of("target/snapshots/check-content-flagged-dark-id.png")).exists();
  }

  /** The text that belongs to a finding, what would become of it, and what was let pass. */
  @Test
  void withThePlacesFoldedOut() throws Exception {
    long passed =
        project.session.add(
            CheckedProject.talk("jane@gmail.com, our made-up customer"),
            Split.TRAINING,
            Optional.empty());
    for (var answer :
        List.of(
            "Maria Souza, whom you reach under maria.souza@gmail.com or by her brother joao@gmail.com in the evening",
            "the person who owns the card 4111 1111 1111 1111",
            "a cafÃ© by the harbour",
            "Dear {{first_name}}, here is the parcel")) {
      project.session.add(CheckedProject.talk(answer), Split.TRAINING, Optional.empty());
    }
    project
        .session
        .mending()
        .letPass("personal_email", "A name that we made up", Progress.NONE, passed);
    take(
        "check-places",
        () -> {
          if (shown.lookup("#check-closer-personal_card") instanceof Button closer
              && !isThere("#check-mend-personal_card")) {
            fold(closer);
            if (shown.lookup("#check-closer-personal_email") instanceof Button other) {
              fold(other);
            }
          }
          return isThere("#check-mend-personal_card") && isThere("#check-mend-personal_email");
        });
    assertThat(Path.of("target/snapshots/check-places-light-en.png")).exists();
    take(
        "check-private",
        () -> {
          if (shown.lookup("#check-closer-private_data") instanceof Button closer) {
            fold(closer);
          }
          return isThere("#check-mend-private_data");
        });
    take("check-passed", () -> isThere("#check-passed") && scrolledToTheEnd());
  }

  /** This computer stands before the providers, with a model or with the one that could be fetched. */
  @Test
  void whereItCanBeTrained() throws Exception {
    take(
        "check-where-no-model",
        () -> isThere("#where-to-train") && scrolledTo("#check-destinations"));
    var model = folder.resolve("gull-135m-instruct");
    TinyModel.in(model);
    project.timbre.models().add(model);
    project.session.add(
        CheckedProject.talk("a gull " + "and one more gull ".repeat(60)),
        Split.TRAINING,
        Optional.empty());
    project.session.add(
        Conversation.of(Message.of(Role.USER, "Is nobody there?")),
        Split.TRAINING,
        Optional.empty());
    take(
        "check-where",
        () -> shown.lookupAll(".destination").size() > 3 && scrolledTo("#check-destinations"));
    assertThat(Path.of("target/snapshots/check-where-dark-pt.png")).exists();
  }

  /** Puts a part of the page at its top. */
  private boolean scrolledTo(String selector) {
    if (shown.lookup(".plain-scroll") instanceof ScrollPane scroll
        && shown.lookup(selector) instanceof Node part) {
      double top =
          scroll.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMinY();
      double room =
          scroll.getContent().getBoundsInLocal().getHeight()
              - scroll.getViewportBounds().getHeight();
      scroll.setVvalue(room <= 0 ? 0 : Math.min(1, top / room));
    }
    return true;
  }

  /** Once: it folds in again where it is asked twice. */
  private void fold(Button closer) {
    if (closer.getProperties().putIfAbsent("folded", true) == null) {
      closer.fire();
    }
  }

  private boolean scrolledToTheEnd() {
    if (shown.lookup(".plain-scroll") instanceof ScrollPane scroll) {
      scroll.setVvalue(1);
    }
    return true;
  }

  private void addFlagged() throws Exception {
    for (var answer :
        List.of(
            "[sexual/minors]",
            "[violence/graphic] and [violence]",
            "[harassment/threatening]",
            "[hate/threatening] and [hate]",
            "[self-harm/instructions]")) {
      project.session.add(CheckedProject.talk(answer), Split.TRAINING, Optional.empty());
    }
    project.session.add(
        ConversationJson.parse(
            """
            {"messages":[{"role":"system","content":"Warm."},{"role":"user","content":[{"type":"text","text":"This?"},
            {"type":"image_url","image_url":{"url":"https://gull.example/a.png"}}]},
            {"role":"assistant","content":"A gull"}]}"""),
        Split.TRAINING,
        Optional.empty());
  }

  @Test
  void whereTheKeyIsRefused() throws Exception {
    project.connect("<b>Ours</b> & theirs", CheckedProject.KEY + "x");
    take(
        "check-content-refused",
        () -> {
          if (shown.lookup("#content-check-start") instanceof Button start
              && !isThere("#content-check-settings")
              && !isThere("#content-check-stop")) {
            start.fire();
          }
          return isThere("#content-check-settings");
        });
    assertThat(Path.of("target/snapshots/check-content-refused-light-pt.png")).exists();
  }

  private boolean isThere(String selector) {
    return shown.lookup(selector) != null;
  }

  private void take(String name, Callable<Boolean> ready) throws Exception {
    Snapshots.take(
        name,
        this::build,
        () -> {
          // What comes later has no skin yet, and without one nothing in it is found.
          shown.applyCss();
          shown.layout();
          return ready.call();
        });
  }

  private Parent build(Texts texts) {
    var work = Work.inBackground();
    var open = new OpenProject(project.session, work);
    opened.add(open);
    var view = new CheckView(project.desk(texts, work, room -> {}), open, project.connections);
    views.add(view);
    view.shown();
    shown = new StackPane(view.node());
    return shown;
  }
}
