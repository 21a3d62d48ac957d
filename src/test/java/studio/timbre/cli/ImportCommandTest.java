package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;

class ImportCommandTest {
  private static final String FILES = "src/test/resources/imports/";

  @TempDir Path folder;
  private CommandRun run;
  private String project = "";

  @BeforeEach
  void create() throws Exception {
    run = new CommandRun(folder.resolve("home"));
    project = folder.resolve("voice.timbre").toString();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.create(Path.of(project)).close();
    }
  }

  private String exported() throws Exception {
    var out = folder.resolve("out.jsonl");
    assertThat(run.command("export", project, out.toString(), "--all", "--force")).isZero();
    return Files.readString(out);
  }

  @Test
  void aWholeFileComesInAndGoesOutAsChatLines() throws Exception {
    assertThat(run.command("import", project, FILES + "prompts.jsonl")).as(run.err()).isZero();
    assertThat(run.out()).startsWith("3 conversations imported from ");
    assertThat(exported())
        .startsWith("{\"messages\":[{\"role\":\"user\",\"content\":\"When do you open?\"}")
        .hasLineCount(3);
  }

  @Test
  void whatIsRefusedOrLeftOutIsNamedWithItsPlace() throws Exception {
    int code = run.command("import", project, FILES + "conversations.json", "--json");
    assertThat(code).isEqualTo(TimbreCommandLine.FAILED);
    assertThat(run.out()).contains("\"conversations\":2", "\"refused\":3", "\"leftOut\":5");
    assertThat(run.err())
        .contains("Line 1 (/2): the messages of this chat do not hang together")
        .contains("Line 1 (/0): steps with tools of \"Ferry in fog\": 3");
    assertThat(exported()).contains("It is the Gull, line 4.").doesNotContain("First answer");
  }

  @Test
  void itCanBeHeldOut() throws Exception {
    assertThat(run.command("import", project, FILES + "sharegpt.jsonl", "--held-out")).isZero();
    var out = folder.resolve("training.jsonl");
    assertThat(run.command("export", project, out.toString())).isZero();
    assertThat(Files.readString(out)).isEmpty();
    assertThat(exported()).hasLineCount(2);
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    assertThat(run.command("import", project, "nowhere.json")).isEqualTo(2);
  }

  @Test
  void aFolderAndAFileComeInTogetherAndEachPlaceNamesItsFile() throws Exception {
    var sent = Files.createDirectories(folder.resolve("sent/below"));
    Files.writeString(
        sent.resolve("b.jsonl"), "{\"prompt\":\"a\",\"completion\":\"b\"}\n{\"x\":1}\n");
    Files.write(sent.resolveSibling("a.json"), "[]".getBytes(StandardCharsets.UTF_16));
    Files.write(sent.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Files.writeString(sent.resolveSibling("notes.doc"), "x");
    Files.writeString(sent.resolveSibling(".hidden.json"), "x");
    int code = run.command("import", project, sent.getParent().toString(), FILES + "prompts.jsonl");
    assertThat(code).isEqualTo(TimbreCommandLine.FAILED);
    assertThat(run.out()).startsWith("4 conversations imported");
    assertThat(run.err())
        .contains("a.json is saved as UTF-16")
        .doesNotContain("a.json: a.json")
        .contains(
            Path.of("below", "cut.xlsx") + ": cut.xlsx is damaged or cut off, so nothing of it")
        .contains(Path.of("below", "b.jsonl") + ", line 2: its keys (x) belong to no kind")
        .contains("notes.doc: a file of a kind that Timbre does not read")
        .doesNotContain("hidden");
    assertThat(exported()).hasLineCount(4);
  }

  @Test
  void aProjectThatIsNotThereIsMadeAndThatIsSaid() throws Exception {
    var made = folder.resolve("vioce.timbre");
    assertThat(run.command("import", made.toString(), FILES + "prompts.jsonl")).isZero();
    assertThat(run.out()).startsWith("3 conversations imported");
    assertThat(run.err())
        .contains("There was no project " + made + ", so it was made.")
        .contains("Beside it lies voice.timbre: nothing was added there.");
    assertThat(exported()).as("the project that was meant is as it was").isEmpty();
    var out = folder.resolve("made.jsonl");
    assertThat(run.command("export", made.toString(), out.toString())).isZero();
    assertThat(out).content().hasLineCount(3);
  }

  @Test
  void ofAMisspelledNameNothingStaysWhereNothingCameIn() throws Exception {
    var empty = Files.writeString(folder.resolve("nothing.jsonl"), "{\"x\":1}\n");
    var made = folder.resolve("vioce.timbre");
    assertThat(run.command("import", made.toString(), empty.toString())).isEqualTo(1);
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("vioce"));
    assertThat(run.command("import", made.toString(), "nowhere.jsonl")).isEqualTo(2);
    assertThat(made).doesNotExist();
    var elsewhere = folder.resolve("nowhere").resolve("vioce.timbre");
    assertThat(run.command("import", elsewhere.toString(), FILES + "prompts.jsonl")).isEqualTo(2);
    assertThat(run.err()).contains("There is no folder");
    var other = folder.resolve("voice.timbr");
    assertThat(run.command("import", other.toString(), FILES + "prompts.jsonl")).isEqualTo(2);
    assertThat(run.err()).contains("A new project needs a name that ends with .timbre");
    assertThat(other).doesNotExist();
  }

  @Test
  void aFileInThePlaceOfTheProjectIsNotTouched() throws Exception {
    var file = Files.copy(Path.of(FILES + "prompts.jsonl"), folder.resolve("prompts.jsonl"));
    byte[] before = Files.readAllBytes(file);
    assertThat(run.command("import", file.toString(), project)).isNotZero();
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aTableThatCameBackIsLookedAtAndThenUpdatesItsConversations() throws Exception {
    assertThat(run.command("import", project, FILES + "prompts.jsonl")).isZero();
    var sheet = folder.resolve("sheet.csv");
    assertThat(run.command("export", project, sheet.toString(), "--all", "--headings", "pt"))
        .as(run.err())
        .isZero();
    String text = Files.readString(sheet);
    assertThat(text).contains("\"Conversa\",\"Linha\",\"Papel\"", "rascunho");
    Files.writeString(sheet, text.replaceFirst("rascunho", "aprovada"));
    assertThat(run.command("import", project, sheet.toString())).isEqualTo(2);
    assertThat(run.err()).contains("--update", "--new");
    assertThat(run.command("import", project, sheet.toString(), "--update", "--look")).isZero();
    assertThat(run.out()).contains("Conversation 1: status").contains("Nothing was merged yet");
    assertThat(run.command("import", project, sheet.toString(), "--update", "--json")).isZero();
    assertThat(run.out()).contains("\"merged\":true", "\"changed_by_them\":1");
    var approved = folder.resolve("approved.jsonl");
    assertThat(run.command("export", project, approved.toString(), "--status", "approved"))
        .as(run.err())
        .isZero();
    assertThat(approved).content().hasLineCount(1);
    assertThat(run.command("import", project, sheet.toString(), "--new")).isZero();
    assertThat(exported()).hasLineCount(6);
  }

  @Test
  void whatATableLeavesOpenIsToldAndCanBeSaid() throws Exception {
    assertThat(run.command("import", project, FILES + "prompts.jsonl")).isZero();
    var sheet = folder.resolve("sheet.csv");
    assertThat(run.command("export", project, sheet.toString(), "--all")).isZero();
    var lines = new ArrayList<>(List.of(Files.readString(sheet).split("\r\n")));
    lines.removeIf(line -> line.startsWith("\"1\",\"2\""));
    for (String said : List.of("user,Um?", "assistant,1", "user,Dois?", "assistant,2")) {
      lines.add(",," + said);
    }
    Files.write(sheet, lines);
    assertThat(run.command("merge", project, sheet.toString(), "--look")).isZero();
    assertThat(run.out()).contains("New conversation: Um?", "New conversation: Dois?");
    assertThat(run.err())
        .contains("a number: 2, as each question begins one", "rows are missing: 1", "stay");
    assertThat(
            run.command(
                "import",
                project,
                sheet.toString(),
                "--update",
                "--new-by",
                "mark",
                "--take-gone",
                "--json"))
        .isZero();
    assertThat(run.out())
        .contains("\"changed_by_them\":2", "\"added_without_number\":1", "\"rows_missing_in\":1");
  }

  @Test
  void ofSeveralFilesOneThatCannotBeReadKeepsNoneOfTheOthersOut() throws Exception {
    var cut = Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    int code = run.command("import", project, cut.toString(), FILES + "prompts.jsonl");
    assertThat(code).isEqualTo(TimbreCommandLine.FAILED);
    assertThat(run.out()).startsWith("3 conversations imported");
    assertThat(run.err()).contains("cut.xlsx is damaged or cut off, so nothing of it was imported");
  }

  @Test
  void updatingTakesNothingThatBelongsToAnImport() {
    String file = FILES + "prompts.jsonl";
    assertThat(run.command("import", project, file, "--update", "--held-out")).isEqualTo(2);
    assertThat(run.command("import", project, file, "--look")).isEqualTo(2);
    assertThat(run.command("import", project, file, "--update")).isEqualTo(1);
    assertThat(run.err()).contains("is not a Timbre project");
  }
}
