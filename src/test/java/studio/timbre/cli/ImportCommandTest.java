package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Files.writeString(sent.resolveSibling("notes.doc"), "x");
    Files.writeString(sent.resolveSibling(".hidden.json"), "x");
    int code = run.command("import", project, sent.getParent().toString(), FILES + "prompts.jsonl");
    assertThat(code).isEqualTo(TimbreCommandLine.FAILED);
    assertThat(run.out()).startsWith("4 conversations imported");
    assertThat(run.err())
        .contains("a.json: a.json is saved as UTF-16")
        .contains(Path.of("below", "b.jsonl") + ", line 2: its keys (x) belong to no kind")
        .contains("notes.doc: a file of a kind that Timbre does not read")
        .doesNotContain("hidden");
    assertThat(exported()).hasLineCount(4);
  }
}
