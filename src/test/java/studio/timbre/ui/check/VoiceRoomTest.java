package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Spelling;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Place;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceWeight;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.shell.Window;

/** Writing the voice guide as a person does, in the real window. */
@ExtendWith(ApplicationExtension.class)
class VoiceRoomTest {
  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) throws Exception {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @BeforeEach
  void open() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      // A guide of its own, so that none is learned by itself.
      session.voice().change(VoiceGuide.NONE.with(new VoiceRule.Exclamations(3)));
      session.write(
          "import",
          pen -> {
            for (int i = 0; i < 20; i++) {
              pen.add(
                  Curated.draft(
                          CheckedProject.talk("Ahoy! Parcel " + i + " is here. Fair winds."),
                          Split.TRAINING)
                      .withStatus(Status.APPROVED),
                  Place.end());
            }
            return true;
          });
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
    Snapshots.onScreen(
        () -> {
          window.shell().go("check");
          ((ToggleButton) find("#check-tab-voice")).setSelected(true);
          return true;
        });
    Snapshots.settle(() -> switchOf(VoiceKind.EXCLAMATIONS).isSelected());
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private ProjectSession session() {
    return window.model().project().get().orElseThrow().session();
  }

  private VoiceGuide guide() {
    return session().voice().guide();
  }

  private Node find(String selector) {
    window.shell().applyCss();
    window.shell().layout();
    return window.shell().lookup(selector);
  }

  private ToggleSwitch switchOf(VoiceKind kind) {
    return (ToggleSwitch) find("#voice-on-" + kind.key());
  }

  private void settle(VoiceGuide wanted) throws Exception {
    Snapshots.settle(() -> guide().equals(wanted));
  }

  @Test
  void aRuleIsSwitchedOnWrittenAndWeighed(FxRobot robot) throws Exception {
    var before = guide();
    robot.interact(() -> switchOf(VoiceKind.NEVER_SAY).setSelected(true));
    settle(before.with(new VoiceRule.NeverSay(List.of())));
    robot.interact(
        () -> {
          var area = (TextArea) find("#voice-never_say-lines");
          Keyboard.give(area);
          area.setText(" kindly \n\nutiliz*\nkindly");
        });
    // The text is taken when the keyboard leaves it.
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    var written = before.with(new VoiceRule.NeverSay(List.of("kindly", "utiliz*")));
    settle(written);
    robot.interact(
        () -> {
          @SuppressWarnings("unchecked")
          var box = (ComboBox<VoiceWeight>) find("#voice-weight-never_say");
          box.setValue(VoiceWeight.LIGHT);
        });
    settle(written.withWeight(VoiceKind.NEVER_SAY, VoiceWeight.LIGHT));
    robot.interact(() -> ((Button) find("#voice-back")).fire());
    settle(written);
    assertThat(session().voice().history(1).getFirst().origin()).isEqualTo(Origin.RESTORED);
    Snapshots.settle(
        () -> ((TextArea) find("#voice-never_say-lines")).getText().equals("kindly\nutiliz*"));
  }

  @Test
  void everyKindOfControlWritesItsRule(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          for (var kind : VoiceKind.values()) {
            switchOf(kind).setSelected(true);
          }
          ((RadioButton) find("#voice-greeting-NONE")).setSelected(true);
          ((CheckBox) find("#voice-greeting-every")).setSelected(true);
          ((RadioButton) find("#voice-speaker-I")).setSelected(true);
          ((RadioButton) find("#voice-formality-FORMAL")).setSelected(true);
          ((CheckBox) find("#voice-sign-DASH")).setSelected(true);
          ((CheckBox) find("#voice-reading-pt")).setSelected(true);
          type("#voice-reading-pt-limit", "60");
          type("#voice-emoji-most", "2");
          type("#voice-sentence_length-most", "18");
          ((Button) find("#voice-we_say-add")).fire();
          ((TextField) find("#voice-we_say-first-0")).setText("guest");
          type("#voice-we_say-second-0", "customer, user");
          ((Button) find("#voice-disclaimer-add")).fire();
          ((TextField) find("#voice-disclaimer-first-0")).setText("free");
          type("#voice-disclaimer-second-0", "Terms apply");
        });
    Snapshots.settle(
        () -> guide().rule(VoiceRule.Disclaimer.class).filter(rule -> !rule.isEmpty()).isPresent());
    assertThat(guide().all())
        .contains(
            new VoiceRule.WeSay(List.of(new VoiceRule.Term("guest", List.of("customer", "user")))),
            new VoiceRule.Dictionary(),
            new VoiceRule.Greeting(VoiceRule.Manner.NONE, List.of(), true),
            new VoiceRule.Speaker(VoiceRule.Person.I),
            new VoiceRule.Formality(VoiceRule.Register.FORMAL),
            new VoiceRule.Emoji(2, List.of()),
            new VoiceRule.SentenceLength(18),
            new VoiceRule.Reading(java.util.Map.of("pt", 60)),
            new VoiceRule.Punctuation(Set.of(VoiceRule.Sign.DASH)),
            new VoiceRule.Disclaimer(List.of(new VoiceRule.Claim(List.of("free"), "Terms apply"))));
  }

  private void type(String selector, String text) {
    var field = (TextField) find(selector);
    field.setText(text);
    field.fireEvent(new javafx.event.ActionEvent());
  }

  @Test
  void aNumberThatIsNoneIsSaidAndChangesNothing(FxRobot robot) throws Exception {
    var before = guide();
    robot.interact(() -> type("#voice-exclamations-most", "many"));
    Snapshots.settle(
        () ->
            window.shell().lookupAll(".danger-text").stream()
                .anyMatch(
                    label ->
                        label.isVisible() && ((Labeled) label).getText().contains("from 0 to 99")));
    assertThat(guide()).isEqualTo(before);
  }

  @Test
  void whatIsSwitchedOffComesBackWithItsWords(FxRobot robot) throws Exception {
    var before = guide();
    robot.interact(() -> switchOf(VoiceKind.EXCLAMATIONS).setSelected(false));
    settle(before.without(VoiceKind.EXCLAMATIONS));
    robot.interact(() -> ((Button) find("#voice-back")).fire());
    settle(before);
    Snapshots.settle(() -> switchOf(VoiceKind.EXCLAMATIONS).isSelected());
  }

  @Test
  void controlsSayWhatARuleAsksForAlsoWhereItIsTheFirstOfTheirValues(FxRobot robot)
      throws Exception {
    var asked =
        guide()
            .with(new VoiceRule.Speaker(VoiceRule.Person.WE))
            .with(new VoiceRule.Exclamations(0));
    session().voice().change(asked.with(new VoiceRule.Emoji(0, List.of())));
    robot.interact(
        () -> {
          window.shell().go("data");
          window.shell().go("check");
        });
    Snapshots.settle(() -> switchOf(VoiceKind.SPEAKER).isSelected());
    assertThat(((RadioButton) find("#voice-speaker-WE")).isSelected()).isTrue();
    assertThat(((TextField) find("#voice-exclamations-most")).getText()).isEqualTo("0");
    assertThat(((TextField) find("#voice-emoji-most")).getText()).isEqualTo("0");
  }

  @Test
  void whatIsBeingTypedIsInTheGuideWhenTheProjectIsClosed(FxRobot robot) throws Exception {
    robot.interact(() -> switchOf(VoiceKind.NEVER_SAY).setSelected(true));
    robot.interact(
        () -> {
          var area = (TextArea) find("#voice-never_say-lines");
          Keyboard.give(area);
          area.setText("kindly");
        });
    robot.interact(() -> window.model().closeProject());
    try (var again = window.timbre().open(folder.resolve("voice.timbre"))) {
      assertThat(again.voice().guide().rule(VoiceRule.NeverSay.class))
          .contains(new VoiceRule.NeverSay(List.of("kindly")));
    }
  }

  @Test
  void undoInThisRoomGoesBackThroughTheGuideStepByStep(FxRobot robot) throws Exception {
    var first = guide();
    robot.interact(() -> switchOf(VoiceKind.DICTIONARY).setSelected(true));
    var second = first.with(new VoiceRule.Dictionary());
    settle(second);
    robot.interact(() -> switchOf(VoiceKind.FORMALITY).setSelected(true));
    settle(second.with(new VoiceRule.Formality(VoiceRule.Register.RELAXED)));
    long conversations = session().totals(ConversationQuery.ALL).conversations();
    pressUndo(robot);
    settle(second);
    // The button knows of the version that was gone back to once it is read.
    Snapshots.settle(() -> session().voice().history(9).size() == 4);
    pressUndo(robot);
    settle(first);
    assertThat(session().totals(ConversationQuery.ALL).conversations())
        .as("the import before it stays")
        .isEqualTo(conversations);
  }

  private void pressUndo(FxRobot robot) throws Exception {
    Snapshots.settle(() -> !find("#voice-back").isDisabled());
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
  }

  @Test
  void itOpensFromAnyRoomWithTheKeyboardInIt(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          ((ToggleButton) find("#check-tab-problems")).setSelected(true);
          window.shell().go("data");
        });
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("voice guide");
    robot.type(KeyCode.ENTER);
    assertThat(((ToggleButton) find("#check-tab-voice")).isSelected()).isTrue();
    assertThat(find("#check-tab-voice").isFocused()).isTrue();
  }

  @Test
  void aTextWithTheKeyboardShowsIt(FxRobot robot) throws Exception {
    robot.interact(() -> switchOf(VoiceKind.NEVER_SAY).setSelected(true));
    robot.interact(() -> Keyboard.give(find("#voice-never_say-lines")));
    Object with = edge();
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    assertThat(with).isNotEqualTo(edge());
  }

  private Object edge() {
    return ((TextArea) find("#voice-never_say-lines"))
        .getBorder()
        .getStrokes()
        .getFirst()
        .getTopStroke();
  }

  @Test
  void whatExamplesShowIsTakenOverRuleByRuleOrAllAtOnce(FxRobot robot) throws Exception {
    robot.interact(() -> ((Button) find("#voice-learn")).fire());
    Snapshots.settle(() -> find("#voice-lesson-all") != null);
    var greeting = new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of("Ahoy"), false);
    robot.interact(
        () ->
            window.shell().lookupAll(".voice-learned .button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getAccessibleText().contains("Begin with “Ahoy”"))
                .findFirst()
                .orElseThrow()
                .fire());
    Snapshots.settle(
        () -> guide().rule(VoiceRule.Greeting.class).equals(java.util.Optional.of(greeting)));
    assertThat(guide().rule(VoiceRule.SignOff.class)).isEmpty();
    robot.interact(() -> ((Button) find("#voice-lesson-all")).fire());
    Snapshots.settle(() -> guide().rule(VoiceRule.SignOff.class).isPresent());
    assertThat(guide().rule(VoiceRule.Exclamations.class)).contains(new VoiceRule.Exclamations(1));
    Snapshots.settle(
        () ->
            window.shell().lookupAll(".voice-learned .button").stream().allMatch(Node::isDisabled));
  }

  private void push(FxRobot robot, KeyCode... keys) {
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    robot.push(keys);
  }

  @Test
  void redoInThisRoomIsOfTheGuideAndNotOfConversations(FxRobot robot) throws Exception {
    var first = guide();
    robot.interact(() -> switchOf(VoiceKind.DICTIONARY).setSelected(true));
    var second = first.with(new VoiceRule.Dictionary());
    settle(second);
    robot.interact(() -> switchOf(VoiceKind.FORMALITY).setSelected(true));
    var third = second.with(new VoiceRule.Formality(VoiceRule.Register.RELAXED));
    settle(third);
    session().undo();
    assertThat(session().nextRedo()).isPresent();
    long conversations = session().totals(ConversationQuery.ALL).conversations();
    pressUndo(robot);
    settle(second);
    Snapshots.settle(() -> session().voice().history(9).size() == 4);
    pressUndo(robot);
    settle(first);
    Snapshots.settle(() -> !find("#voice-forth").isDisabled());
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    settle(second);
    Snapshots.settle(() -> session().voice().history(9).size() == 6);
    Snapshots.settle(() -> !find("#voice-forth").isDisabled());
    push(robot, KeyCode.CONTROL, KeyCode.Y);
    settle(third);
    Snapshots.settle(() -> find("#voice-forth").isDisabled());
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(session().totals(ConversationQuery.ALL).conversations())
        .as("conversations are left alone, also where nothing is left to do again")
        .isEqualTo(conversations);
    assertThat(session().nextRedo()).isPresent();
  }

  @Test
  void whatIsBeingTypedSurvivesTheEndOfTheProgram(FxRobot robot) throws Exception {
    var base = guide().with(new VoiceRule.NeverSay(List.of()));
    robot.interact(() -> switchOf(VoiceKind.NEVER_SAY).setSelected(true));
    settle(base);
    robot.interact(
        () -> {
          var area = (TextArea) find("#voice-never_say-lines");
          Keyboard.give(area);
          area.setText("kindly\nutiliz");
        });
    Snapshots.settle(() -> session().setting("timbre.voice.draft").isPresent());
    assertThat(guide()).as("nobody has left the text yet").isEqualTo(base);
    // As the file is left when the program is killed.
    var killed = folder.resolve("killed.timbre");
    session().copyTo(killed);
    robot.interact(() -> window.model().open(killed));
    Snapshots.settle(
        () ->
            window
                .model()
                .project()
                .get()
                .filter(project -> project.session().file().equals(killed))
                .isPresent());
    robot.interact(
        () -> {
          window.shell().go("check");
          ((ToggleButton) find("#check-tab-voice")).setSelected(true);
        });
    settle(base.with(new VoiceRule.NeverSay(List.of("kindly", "utiliz"))));
    Snapshots.settle(() -> session().setting("timbre.voice.draft").isEmpty());
    Snapshots.settle(
        () -> ((TextArea) find("#voice-never_say-lines")).getText().equals("kindly\nutiliz"));
  }

  @Test
  void whatWasTypedAndTakenBackLeavesNoDraft(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          var field = (TextField) find("#voice-exclamations-most");
          Keyboard.give(field);
          field.setText("7");
        });
    Snapshots.settle(() -> session().setting("timbre.voice.draft").isPresent());
    robot.interact(() -> ((TextField) find("#voice-exclamations-most")).setText("3"));
    Snapshots.settle(() -> session().setting("timbre.voice.draft").isEmpty());
    robot.interact(() -> ((TextField) find("#voice-exclamations-most")).setText("a lot"));
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    assertThat(guide().rule(VoiceRule.Exclamations.class)).contains(new VoiceRule.Exclamations(3));
    assertThat(session().setting("timbre.voice.draft")).isEmpty();
  }

  @Test
  void wordsOfTheProjectAreTakenOutHere(FxRobot robot) throws Exception {
    var spelling = new Spelling(session());
    spelling.add("zaffrine");
    spelling.add("petroll");
    robot.interact(() -> switchOf(VoiceKind.DICTIONARY).setSelected(true));
    Snapshots.settle(
        () ->
            find("#voice-own-words") instanceof TextArea area
                && area.getText().equals("petroll\nzaffrine"));
    robot.interact(
        () -> {
          var area = (TextArea) find("#voice-own-words");
          Keyboard.give(area);
          area.setText("petroll");
        });
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    Snapshots.settle(() -> spelling.ownWords().equals(Set.of("petroll")));
  }

  @Test
  void aLineOfWhichAPartIsMissingSaysSoOnceItIsLeft(FxRobot robot) throws Exception {
    robot.interact(() -> switchOf(VoiceKind.WE_SAY).setSelected(true));
    settle(guide().with(new VoiceRule.WeSay(List.of())));
    robot.interact(() -> ((Button) find("#voice-we_say-add")).fire());
    robot.interact(
        () -> {
          var second = (TextField) find("#voice-we_say-second-0");
          Keyboard.give(second);
          second.setText("parcel, , box,");
        });
    assertThat(find("#voice-rule-we_say .danger-text").isVisible()).as("still typing").isFalse();
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    assertThat(find("#voice-rule-we_say .danger-text").isVisible()).isTrue();
    robot.interact(
        () -> {
          var first = (TextField) find("#voice-we_say-first-0");
          Keyboard.give(first);
          first.setText("box of coffee");
        });
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
    settle(
        guide()
            .with(
                new VoiceRule.WeSay(
                    List.of(new VoiceRule.Term("box of coffee", List.of("parcel", "box"))))));
    assertThat(find("#voice-rule-we_say .danger-text").isVisible()).isFalse();
  }

  @Test
  void theFirstChangeCanBeUndoneAndDoneAgain(FxRobot robot) throws Exception {
    var first = guide();
    pressUndo(robot);
    settle(VoiceGuide.NONE);
    Snapshots.settle(() -> find("#voice-back").isDisabled());
    Snapshots.settle(() -> !find("#voice-forth").isDisabled());
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    settle(first);
  }

  private void type(FxRobot robot, String field, String text) {
    robot.interact(
        () -> {
          var input = (TextInputControl) find(field);
          Keyboard.give(input);
          input.setText(text);
        });
    robot.interact(() -> Keyboard.give(find("#voice-learn")));
  }

  @Test
  void whatIsNoNumberIsSaidAndChangesNothing(FxRobot robot) throws Exception {
    for (var kind : List.of(VoiceKind.SENTENCE_LENGTH, VoiceKind.EMOJI, VoiceKind.READING)) {
      robot.interact(() -> switchOf(kind).setSelected(true));
    }
    Snapshots.settle(() -> guide().rule(VoiceKind.READING).isPresent());
    robot.interact(() -> ((CheckBox) find("#voice-reading-en")).setSelected(true));
    Snapshots.settle(
        () -> guide().rule(VoiceRule.Reading.class).orElseThrow().limits().size() == 1);
    var before = guide();
    for (var field :
        List.of(
            "#voice-exclamations-most",
            "#voice-sentence_length-most",
            "#voice-emoji-most",
            "#voice-reading-en-limit")) {
      String number = ((TextField) find(field)).getText();
      for (var wrong : List.of("", "a lot", "-500", "3.5", "99999999999999", "1 2")) {
        type(robot, field, wrong);
        assertThat(find(field).getParent().lookup(".danger-text").isVisible())
            .as("%s in %s", wrong, field)
            .isTrue();
        assertThat(guide()).isEqualTo(before);
      }
      type(robot, field, " " + number + " ");
      assertThat(find(field).getParent().lookup(".danger-text").isVisible()).isFalse();
    }
    assertThat(guide()).isEqualTo(before);
    assertThat(session().setting("timbre.voice.draft")).isEmpty();
  }

  @Test
  void listsTakeWhateverIsTypedOnceAndInOrder(FxRobot robot) throws Exception {
    String word = "x".repeat(5_000);
    for (var kind : List.of(VoiceKind.NEVER_SAY, VoiceKind.SPELLED_SO, VoiceKind.GREETING)) {
      robot.interact(() -> switchOf(kind).setSelected(true));
    }
    Snapshots.settle(() -> guide().rule(VoiceKind.GREETING).isPresent());
    type(robot, "#voice-never_say-lines", "\n\n 12 \n" + word + "\n12\n\t\n*");
    type(robot, "#voice-spelled_so-lines", "Gull & Kettle\ngull & kettle\nGull & Kettle");
    settle(
        guide()
            .with(new VoiceRule.NeverSay(List.of("12", word, "*")))
            .with(new VoiceRule.SpelledSo(List.of("Gull & Kettle", "gull & kettle"))));
    assertThat(((TextInputControl) find("#voice-never_say-lines")).getText())
        .as("without what says nothing")
        .isEqualTo("12\n" + word + "\n*");
    type(robot, "#voice-never_say-lines", " \n ");
    settle(guide().with(new VoiceRule.NeverSay(List.of())));
  }
}
