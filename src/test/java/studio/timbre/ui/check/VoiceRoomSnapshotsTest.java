package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of the voice guide, to be looked at; nothing in them is cut off or without a name. */
class VoiceRoomSnapshotsTest {
  @TempDir Path folder;
  private CheckedProject project;
  private final List<OpenProject> opened = new ArrayList<>();
  private final List<CheckRoom> rooms = new ArrayList<>();
  private Parent shown = new StackPane();

  @BeforeEach
  void open() throws Exception {
    project = new CheckedProject(folder, "We regret to inform you that it is late!!");
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          rooms.forEach(CheckRoom::close);
          return true;
        });
    project.close();
  }

  private void approve(int examples) {
    project.session.write(
        "import",
        pen -> {
          for (int i = 0; i < examples; i++) {
            pen.add(example(i), Place.end());
          }
          return true;
        });
  }

  private static Curated example(int i) {
    String answer =
        i % 3 == 0
            ? "Thank you for your patience with parcel " + i + "; kindly wait."
            : "Ahoy! We sent parcel "
                + i
                + " from the WhatsApp desk this morning, and it's with you by Friday ⚓. Fair winds.";
    return Curated.draft(CheckedProject.talk(answer), Split.TRAINING)
        .withStatus(i % 3 == 0 ? Status.REJECTED : Status.APPROVED);
  }

  @Test
  void beforeThereIsAGuide() throws Exception {
    take("voice-none", () -> isThere("#voice-learn"));
    assertThat(Path.of("target/snapshots/voice-none-light-en.png")).exists();
  }

  @Test
  void fromTooFewExamples() throws Exception {
    take(
        "voice-few",
        () -> {
          fire("#voice-learn");
          return isThere("#voice-lesson-few");
        });
    assertThat(Path.of("target/snapshots/voice-few-dark-pt.png")).exists();
  }

  @Test
  void aGuideThatStartedByItselfAndWhatTheExamplesShow() throws Exception {
    approve(90);
    var voice = project.session.voice();
    Snapshots.settle(() -> voice.standing().state() == State.DONE && !voice.breaking().isEmpty());
    take("voice-started", () -> isThere("#voice-show-greeting"));
    take(
        "voice-lesson",
        () -> {
          fire("#voice-learn");
          return isThere("#voice-lesson-all");
        });
    assertThat(Path.of("target/snapshots/voice-lesson-light-pt.png")).exists();
  }

  /** Words, a claim and a spelling that the examples speak for. */
  @Test
  void whatOurWordsAre() throws Exception {
    project.session.write(
        "import",
        pen -> {
          for (int i = 0; i < 60; i++) {
            String answer =
                "Box "
                    + i
                    + (i % 2 == 0 ? " has the colour that you chose." : " is at the quay.")
                    + (i % 3 == 0 ? " Slow mornings count." : "")
                    + (i % 4 == 0
                        ? " Island delivery takes " + i + " days, weather permitting."
                        : "");
            pen.add(
                Curated.draft(
                        Conversation.of(
                            Message.of(Role.USER, "And what of number " + i + "?"),
                            Message.of(Role.ASSISTANT, answer)),
                        Split.TRAINING)
                    .withStatus(Status.APPROVED),
                Place.end());
          }
          return true;
        });
    var voice = project.session.voice();
    Snapshots.settle(() -> voice.standing().state() == State.DONE);
    take(
        "voice-words",
        () -> {
          fire("#voice-learn");
          return isThere("#voice-lesson-all");
        });
    take("voice-words-rules", () -> isThere("#voice-spelling-BRITISH") && scrolledTo(0.28));
    assertThat(Path.of("target/snapshots/voice-words-light-pt.png")).exists();
  }

  @Test
  void allRulesWritten() throws Exception {
    approve(90);
    project.session.voice().change(whole());
    var voice = project.session.voice();
    Snapshots.settle(() -> voice.standing().state() == State.DONE && !voice.breaking().isEmpty());
    for (int part = 0; part < 4; part++) {
      double place = part / 3.0;
      take("voice-rules-" + part, () -> isThere("#voice-show-greeting") && scrolledTo(place));
    }
    assertThat(Path.of("target/snapshots/voice-rules-3-dark-id.png")).exists();
  }

  private static VoiceGuide whole() {
    return List.<VoiceRule>of(
            new VoiceRule.NeverSay(List.of("rest assured", "kindly", "utiliz*")),
            new VoiceRule.WeSay(
                List.of(
                    new VoiceRule.Term("guest", List.of("customer", "user")),
                    new VoiceRule.Term("parcel", List.of("package")))),
            new VoiceRule.SpelledSo(List.of("WhatsApp", "Gull & Harbour")),
            new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of("Ahoy", "Hi {name}"), false),
            new VoiceRule.SignOff(VoiceRule.Manner.NONE, List.of(), true),
            new VoiceRule.Speaker(VoiceRule.Person.WE),
            new VoiceRule.Formality(VoiceRule.Register.RELAXED),
            new VoiceRule.Emoji(1, List.of("⚓", "🌊")),
            new VoiceRule.Exclamations(1),
            new VoiceRule.SentenceLength(25),
            new VoiceRule.Reading(Map.of("en", 8, "pt", 50)),
            new VoiceRule.Punctuation(
                java.util.Set.of(VoiceRule.Sign.SEMICOLON, VoiceRule.Sign.REPEATED)),
            new VoiceRule.Disclaimer(
                List.of(
                    new VoiceRule.Claim(
                        List.of("interest-free", "free of charge"), "Terms apply"))),
            new VoiceRule.Spelling(java.util.Set.of(Variety.BRITISH)))
        .stream()
        .reduce(VoiceGuide.NONE, VoiceGuide::with, (one, other) -> other);
  }

  private boolean scrolledTo(double place) {
    if (shown.lookup(".voice-screen") instanceof ScrollPane scroll) {
      scroll.setVvalue(place);
    }
    return true;
  }

  /** Once a button. */
  private void fire(String selector) {
    if (shown.lookup(selector) instanceof Button button
        && button.getProperties().putIfAbsent("fired", true) == null) {
      button.fire();
    }
  }

  private boolean isThere(String selector) {
    Node found = shown.lookup(selector);
    return found != null && found.isVisible();
  }

  private void take(String name, Callable<Boolean> ready) throws Exception {
    Snapshots.take(
        name,
        this::build,
        () -> {
          shown.applyCss();
          shown.layout();
          return ready.call();
        });
  }

  private Parent build(Texts texts) {
    var work = Work.inBackground();
    var open = new OpenProject(project.session, work);
    opened.add(open);
    var room = new CheckRoom(project.desk(texts, work, name -> {}), open);
    rooms.add(room);
    room.shown();
    shown = new StackPane(room.node());
    ((ToggleButton) room.node().lookup("#check-tab-voice")).setSelected(true);
    return shown;
  }
}
