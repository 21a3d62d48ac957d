package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.WrittenFormat;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

/** Exporting for a provider and for colleagues. */
class ExportScreenTest extends SheetScreen {

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (int i = 1; i <= 12; i++) {
        session.add(said(i), i <= 11 ? Split.TRAINING : Split.HELD_OUT, Optional.empty());
      }
      session.add(
          said(90).withExtra("channel", Optional.of("\"chat\"")), Split.TRAINING, Optional.empty());
      session.add(
          Conversation.of(
              Message.of(Role.USER, "Hello?"),
              Message.of(Role.ASSISTANT, "Yes?"),
              Message.of(Role.USER, "Anyone?")),
          Split.TRAINING,
          Optional.empty());
    }
    open(file, 14, "Question 1");
  }

  private static Conversation said(int i) {
    return Conversation.of(
        Message.of(Role.USER, "Question " + i), Message.of(Role.ASSISTANT, "Answer " + i));
  }

  @Test
  void whatStopsAProviderIsShownAndBothFilesAreWrittenOnceItIsGone() throws Exception {
    onScreen(() -> window.shell().go("data", "data.export"));
    choose("#data-export-form", new ExportForm.Training(Optional.of(Provider.AZURE)));
    settle(
        () ->
            says("is not from us") || window.shell().lookup("#export-outlook .hyperlink") != null);
    assertThat(Snapshots.onScreen(() -> make().isDisabled())).isTrue();
    onScreen(() -> ((Hyperlink) window.shell().lookup("#export-outlook .hyperlink")).fire());
    settle(() -> table().getItems().size() == 1);
    long stopping = session().ids(studio.timbre.model.ConversationQuery.ALL)[13];
    session().delete(stopping);
    settle(() -> !make().isDisabled());
    assertThat(Snapshots.onScreen(() -> make().getText())).isEqualTo("Write both files…");
    assertThat(Snapshots.onScreen(() -> says("channel"))).isTrue();
    var target = folder.resolve("voice-azure-training.jsonl");
    window.answerWith(target);
    onScreen(() -> make().fire());
    settle(() -> Files.exists(folder.resolve("voice-azure-validation.jsonl")));
    settle(() -> window.shell().lookup("#data-export-make") == null);
    assertThat(Files.readString(target, StandardCharsets.UTF_8))
        .startsWith("\ufeff")
        .doesNotContain("channel")
        .hasLineCount(12);
  }

  @Test
  void aSecondFileReplacesNothingThatNobodyWasAskedAbout() throws Exception {
    session().delete(session().ids(studio.timbre.model.ConversationQuery.ALL)[13]);
    onScreen(() -> window.shell().go("data", "data.export"));
    choose("#data-export-form", new ExportForm.Training(Optional.of(Provider.AZURE)));
    settle(() -> make().getText().equals("Write both files…") && !make().isDisabled());
    var beside = Files.writeString(folder.resolve("voice-azure-validation.jsonl"), "mine");
    var target = folder.resolve("voice-azure-training.jsonl");
    window.answerWith(target);
    onScreen(() -> make().fire());
    settle(() -> window.shell().lookup("#confirm-keep").getParent().isVisible());
    onScreen(() -> ((Button) window.shell().lookup("#confirm-keep")).fire());
    assertThat(target).doesNotExist();
    assertThat(beside).hasContent("mine");
    window.answerWith(target);
    onScreen(() -> make().fire());
    settle(() -> window.shell().lookup("#confirm-keep").getParent().isVisible());
    onScreen(() -> ((Button) window.shell().lookup("#confirm-act")).fire());
    settle(() -> Files.exists(target));
    settle(() -> window.shell().lookup("#data-export-make") == null);
    assertThat(Files.readString(beside)).contains("messages");
  }

  @Test
  void questionsForAGraderAreLookedOverAndWritten() throws Exception {
    session().delete(session().ids(studio.timbre.model.ConversationQuery.ALL)[13]);
    onScreen(() -> window.shell().go("data", "data.export"));
    choose("#data-export-form", new ExportForm.Graded(Provider.AZURE));
    settle(() -> make().getText().equals("Write both files…") && !make().isDisabled());
    var target = folder.resolve("voice-azure-rft-training.jsonl");
    window.answerWith(target);
    onScreen(() -> make().fire());
    settle(() -> Files.exists(folder.resolve("voice-azure-rft-validation.jsonl")));
    settle(() -> window.shell().lookup("#data-export-make") == null);
    assertThat(Files.readString(target, StandardCharsets.UTF_8))
        .contains("reference_answer", "channel")
        .hasLineCount(12);
  }

  @Test
  void aFileToMeasureWithFromBeforeIsRenamedOnceThatIsSaid() throws Exception {
    long[] ids = session().ids(studio.timbre.model.ConversationQuery.ALL);
    session().delete(ids[13]);
    session().setSplit(Split.TRAINING, ids[11]);
    onScreen(() -> window.shell().go("data", "data.export"));
    choose("#data-export-form", new ExportForm.Training(Optional.of(Provider.AZURE)));
    settle(() -> make().getText().equals("Write the training file…") && !make().isDisabled());
    var beside = Files.writeString(folder.resolve("voice-azure-validation.jsonl"), "old");
    var target = folder.resolve("voice-azure-training.jsonl");
    window.answerWith(target);
    onScreen(() -> make().fire());
    settle(() -> window.shell().lookup("#confirm-keep").getParent().isVisible());
    assertThat(target).doesNotExist();
    assertThat(Snapshots.onScreen(() -> CutTexts.in(window.shell()))).isEmpty();
    onScreen(() -> ((Button) window.shell().lookup("#confirm-act")).fire());
    settle(() -> Files.exists(target));
    settle(() -> window.shell().lookup("#data-export-make") == null);
    assertThat(beside).doesNotExist();
    assertThat(folder.resolve("voice-azure-validation-old.jsonl")).hasContent("old");
  }

  @Test
  void colleaguesGetAWorkbook() throws Exception {
    onScreen(() -> window.shell().go("data", "data.export"));
    choose("#data-export-form", new ExportForm.File(WrittenFormat.XLSX));
    settle(() -> !make().isDisabled());
    var target = folder.resolve("voice.xlsx");
    window.answerWith(target);
    onScreen(() -> make().fire());
    settle(() -> Files.exists(target));
    assertThat(Files.readAllBytes(target)).startsWith((byte) 'P', (byte) 'K');
  }

  @Test
  void nothingIsCutOrSilent() throws Exception {
    for (Locale language : Texts.LANGUAGES) {
      var scene = Snapshots.onScreen(() -> new Scene(window.build(Texts.of(language)), 1000, 700));
      onScreen(() -> Theme.LIGHT.apply(scene));
      settle(() -> laidOut() && table() != null && table().getItems().size() == 14);
      onScreen(() -> window.shell().go("data", "data.export"));
      choose("#data-export-form", new ExportForm.Training(Optional.of(Provider.FIREWORKS)));
      settle(() -> laidOut() && window.shell().lookup("#export-outlook .hyperlink") != null);
      for (var theme : Theme.values()) {
        onScreen(
            () -> {
              theme.apply(scene);
              laidOut();
            });
        Snapshots.write("export-provider", theme, language, scene);
      }
      assertThat(Snapshots.onScreen(() -> CutTexts.in(window.shell())))
          .as("%s", language)
          .isEmpty();
      assertThat(Snapshots.onScreen(() -> Unnamed.in(window.shell()))).as("%s", language).isEmpty();
    }
  }

  private Button make() {
    return (Button) window.shell().lookup("#data-export-make");
  }

  private boolean laidOut() {
    window.shell().applyCss();
    window.shell().layout();
    return true;
  }

  private boolean says(String words) {
    return window.shell().lookupAll("#export-outlook .label").stream()
        .anyMatch(label -> label instanceof Labeled said && said.getText().contains(words));
  }

  @SuppressWarnings("unchecked")
  private void choose(String box, ExportForm form) throws Exception {
    settle(
        () ->
            laidOut()
                && window.shell().lookup(box) instanceof ComboBox<?> there
                && !there.getItems().isEmpty());
    onScreen(
        () -> {
          var choices = (ComboBox<ExportForm>) window.shell().lookup(box);
          choices.setValue(form);
          choices.getOnAction().handle(null);
        });
  }
}
