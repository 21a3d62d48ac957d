package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Split;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

/** Tables, texts and files on their way into an empty project. */
class BringingInScreenTest extends SheetScreen {

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @BeforeEach
  void openEmpty() throws Exception {
    var file = folder.resolve("voice.timbre");
    window.timbre().create(file).close();
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> window.shell().lookup("#data-fromClipboard") != null);
  }

  @Test
  void cellsFromASpreadsheetAreMappedWithTheKeyboardAlone(FxRobot robot) throws Exception {
    lay(
        "Data\tPergunta\tResposta\n01/11\tAbre hoje?\tAbre, sim.\n02/11\tTem troco?\tTem, claro.\n");
    control(robot, KeyCode.V);
    settle(() -> isFocused("#mapping-column-0"));
    picture("bring-in-pasted");
    robot.type(KeyCode.DOWN);
    settle(() -> meaning(0).equals("Leave out"));
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> table().getItems().size() == 2);
    assertThat(rows())
        .extracting(row -> row.conversation().question())
        .containsExactly("Abre hoje?", "Tem troco?");
    assertThat(rows().getFirst().conversation().extras()).as("left out").isEmpty();
    settle(
        () -> window.shell().lookup("#import-undo") instanceof Button undo && !undo.isDisabled());
    onScreen(() -> ((Button) window.shell().lookup("#import-undo")).fire());
    settle(() -> table().getItems().isEmpty());
  }

  @Test
  void allWaysInFitBesideEachOtherInEveryLanguage() throws Exception {
    for (var language : Texts.LANGUAGES) {
      var shell = Snapshots.onScreen(() -> window.build(Texts.of(language)));
      var scene = Snapshots.onScreen(() -> new Scene(shell, 1000, 700));
      settle(
          () -> {
            Theme.LIGHT.apply(scene);
            shell.applyCss();
            shell.layout();
            return shell.lookup("#data-fromClipboard") != null;
          });
      assertThat(Snapshots.onScreen(() -> CutTexts.in(shell))).as("%s", language).isEmpty();
    }
  }

  @Test
  void escapeLeavesEverythingAsItWas(FxRobot robot) throws Exception {
    lay("question\tanswer\na b?\tc d\n");
    onScreen(() -> window.shell().go("data", "data.fromClipboard"));
    settle(() -> isFocused("#mapping-column-0"));
    robot.type(KeyCode.ESCAPE);
    settle(() -> !window.shell().lookup("#mapping").isVisible());
    assertThat(rows()).isEmpty();
  }

  @Test
  void aTranscriptOnTheClipboardAsksWhatItIsFor() throws Exception {
    lay("Customer: Is it open?\nAgent: It is, until six.\n");
    onScreen(() -> window.shell().go("data", "data.fromClipboard"));
    settle(() -> isFocused("#import-training"));
    onScreen(() -> ((Button) window.shell().lookup("#import-heldOut")).fire());
    settle(() -> table().getItems().size() == 1);
    assertThat(rows().getFirst().split()).isEqualTo(Split.HELD_OUT);
    assertThat(rows().getFirst().conversation().answer()).isEqualTo("It is, until six.");
  }

  @Test
  void linesOfJsonOnTheClipboardComeIn() throws Exception {
    lay(
        """
        {"messages":[{"role":"user","content":"tab\\there?"},{"role":"assistant","content":"yes"}]}
        {"prompt":"b","completion":"c"}
        """);
    onScreen(() -> window.shell().go("data", "data.fromClipboard"));
    settle(() -> isFocused("#import-training"));
    onScreen(() -> ((Button) window.shell().lookup("#import-training")).fire());
    settle(() -> table().getItems().size() == 2);
  }

  @Test
  void wordsThatAreNoConversationAreRefusedInWords() throws Exception {
    lay("Remember to buy oat milk, please.");
    onScreen(() -> window.shell().go("data", "data.fromClipboard"));
    settle(
        () ->
            window.shell().lookupAll(".toast .label").stream()
                .anyMatch(
                    label ->
                        label instanceof Labeled words
                            && words.getText().contains("no table, no JSON and no transcript")));
    assertThat(rows()).isEmpty();
  }

  @Test
  void filesCopiedInAFolderWindowComeInTogether() throws Exception {
    var one = Files.writeString(folder.resolve("one.csv"), "question,answer\na b?,c d\n");
    var sub = Files.createDirectories(folder.resolve("more"));
    Files.writeString(sub.resolve("two.csv"), "question,answer\ne f?,g h\n");
    Files.writeString(sub.resolve("chat.md"), "Customer: Hi\n\nAgent: Hello\n");
    Files.writeString(sub.resolve("photo.png"), "x");
    onScreen(
        () -> {
          var content = new ClipboardContent();
          content.putFiles(List.of(one.toFile(), new File(sub.toString())));
          Clipboard.getSystemClipboard().setContent(content);
        });
    onScreen(() -> window.shell().go("data", "data.fromClipboard"));
    settle(() -> isFocused("#mapping-column-0"));
    assertThat(told()).contains("1 more file with these columns");
    onScreen(() -> ((Button) window.shell().lookup("#mapping-accept")).fire());
    settle(() -> table().getItems().size() == 3);
    assertThat(rows()).extracting(ConversationRow::split).containsOnly(Split.TRAINING);
    settle(() -> window.shell().lookup("#import-left-out") != null);
  }

  @Test
  void aChosenFileIsMappedByMouse() throws Exception {
    var file = Files.writeString(folder.resolve("one.csv"), "question,answer\na b?,c d\n");
    window.answerWith(file);
    onScreen(() -> ((Button) window.shell().lookup("#data-import")).fire());
    settle(() -> isFocused("#mapping-column-0"));
    onScreen(() -> ((RadioButton) window.shell().lookup("#mapping-split-HELD_OUT")).fire());
    onScreen(() -> ((Button) window.shell().lookup("#mapping-accept")).fire());
    settle(() -> table().getItems().size() == 1);
    assertThat(rows().getFirst().split()).isEqualTo(Split.HELD_OUT);
  }

  private String told() throws Exception {
    return Snapshots.onScreen(() -> ((Labeled) window.shell().lookup("#mapping-told")).getText());
  }

  private String meaning(int column) {
    return window.shell().lookup("#mapping-column-" + column) instanceof ComboBox<?> box
        ? shown(box)
        : "";
  }

  private static <T> String shown(ComboBox<T> box) {
    return box.getConverter().toString(box.getValue());
  }

  private boolean isFocused(String node) {
    return window.shell().lookup(node) != null && window.shell().lookup(node).isFocused();
  }

  private void picture(String name) throws Exception {
    Path at = Snapshots.write(name, Theme.LIGHT, Locale.ENGLISH, window.shell().getScene());
    assertThat(at).exists();
  }

  private static void lay(String text) throws Exception {
    onScreen(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }
}
