package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
  private static final String FILES = "src/test/resources/";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void create() {
    run = new CommandRun(folder.resolve("home"));
  }

  private Path convert(int code, String in, String out, String... options) {
    var target = folder.resolve(out);
    var words = new ArrayList<>(List.of("convert", in, target.toString()));
    words.addAll(List.of(options));
    assertThat(run.command(words.toArray(String[]::new))).as(run.err()).isEqualTo(code);
    return target;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.csv",
        "a.tsv",
        "a.xlsx",
        "a.md",
        "a.json",
        "a.jsonl --to=chat",
        "a.jsonl --to=sharegpt",
        "a.jsonl --to=alpaca",
        "a.jsonl --to=prompt"
      })
  void whatIsWrittenComesBackAsItWas(String wanted) throws Exception {
    var lines = Files.readString(convert(0, FILES + "tables/messages-zstd.parquet", "first.jsonl"));
    // The weight of an answer has no place in the simple formats.
    var plain =
        Files.writeString(
            folder.resolve("plain.jsonl"),
            lines
                .replace(",\"weight\":1", "")
                .replace(",\"id\":\"a\"", "")
                .replace(",\"id\":\"b\"", ""));
    var words = wanted.split(" ");
    var options = words.length > 1 ? new String[] {words[1]} : new String[0];
    var there = convert(0, plain.toString(), words[0], options);
    var back = convert(0, there.toString(), "back.jsonl");
    assertThat(back).hasSameTextualContentAs(plain);
  }

  @Test
  void whatAFormatCannotHoldIsNamed() throws Exception {
    var out = convert(1, FILES + "tables/openpyxl.xlsx", "out.jsonl", "--to=dpo");
    assertThat(Files.readString(out)).isEmpty();
    assertThat(run.err())
        .contains("Line 2: the format dpo cannot hold this conversation without losing part of it")
        .contains("the sheet \"Prices\"");
  }

  @Test
  void columnsAndASystemMessageCanBeGiven() throws Exception {
    var table = Files.writeString(folder.resolve("in.txt"), "a;b\nq;r\n");
    var out =
        convert(
            0,
            table.toString(),
            "out.jsonl",
            "--from=csv",
            "--map=a=assistant",
            "--map=B=user",
            "--system=Be brief.");
    assertThat(Files.readString(out))
        .contains("Be brief.", "{\"role\":\"user\",\"content\":\"r\"}");
  }

  @Test
  void aShareIsHeldOutTheSameWayEveryTime() throws Exception {
    var all = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      all.append("{\"prompt\":\"Question ").append(i).append("?\",\"completion\":\"a\"}\n");
      all.append("{\"prompt\":\"question ").append(i).append("\",\"completion\":\"b\"}\n");
    }
    var in = Files.writeString(folder.resolve("in.jsonl"), all);
    var out = convert(0, in.toString(), "out.jsonl", "--validation=10", "--mark");
    var aside = Files.readString(folder.resolve("out-validation.jsonl"));
    assertThat(aside.lines().count()).isBetween(140L, 260L).isEven();
    assertThat(Files.readAllBytes(out)).startsWith(0xef, 0xbb, 0xbf);
    var questions = new HashSet<String>();
    aside.lines().map(line -> line.replaceAll(".*?([0-9]+).*", "$1")).forEach(questions::add);
    assertThat(questions).hasSize((int) aside.lines().count() / 2);
    convert(0, in.toString(), "again.jsonl", "--validation=10", "--mark");
    assertThat(folder.resolve("again-validation.jsonl")).hasContent(aside);
  }

  @Test
  void allFilesOfAFolderGoIntoOne() throws Exception {
    var many = Files.createDirectories(folder.resolve("many/older"));
    Files.writeString(many.resolve("talk.txt"), "Customer: Open today?\nAgent: Until six.\n");
    Files.writeString(many.resolveSibling("a.csv"), "Question;Answer\nq;r\n");
    Files.writeString(
        many.resolveSibling("b.jsonl"), "{\"prompt\":\"s\",\"completion\":\"t\"}\n{no\n");
    Files.write(many.resolveSibling("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0});
    Files.writeString(many.resolveSibling("photo.png"), "x");
    var out = convert(1, many.getParent().toString(), "out.jsonl");
    assertThat(Files.readString(out).lines().map(line -> line.replaceAll(".*content\":\"", "")))
        .containsExactly("r\"}]}", "t\"}]}", "Until six.\"}]}");
    assertThat(run.err())
        .contains("b.jsonl, line 2: not JSON", "broken.xlsx", "photo.png: a file of a kind");
    assertThat(run.command("convert", many.getParent().toString(), many + "/out.jsonl"))
        .isEqualTo(2);
    assertThat(run.err()).contains("lies in the folder that is read");
    assertThat(many.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void whatStopsAProviderOfAFolderIsToldByConversation() throws Exception {
    var many = Files.createDirectories(folder.resolve("many"));
    String pair = "{\"prompt\":\"%s\",\"completion\":\"%s\"}\n";
    Files.writeString(many.resolve("a.jsonl"), pair.formatted("q", "r").repeat(12));
    Files.writeString(many.resolve("b.jsonl"), pair.formatted("", "r"));
    convert(1, many.toString(), "out.jsonl", "--for=openai");
    assertThat(run.err()).contains("(conversation 13)");
  }

  @Test
  void aFileThatIsThereIsNotReplacedUnasked() throws Exception {
    Files.writeString(folder.resolve("out.csv"), "x");
    convert(2, FILES + "imports/prompts.jsonl", "out.csv");
    assertThat(folder.resolve("out.csv")).hasContent("x");
    convert(0, FILES + "imports/prompts.jsonl", "out.csv", "--force");
  }

  @Test
  void aSheetAndASpellingCanBeSaid() throws Exception {
    var desk = FILES + "tables/service-desk.xlsx";
    var out = convert(0, desk, "desk.jsonl", "--sheet=Novembro");
    assertThat(Files.readString(out)).contains("Vocês abrem no feriado?");
    convert(1, desk, "none.jsonl", "--sheet=Dezembro");
    assertThat(run.err()).contains("has no sheet \"Dezembro\"", "Leia-me, Novembro");
    var old =
        Files.write(
            folder.resolve("old.csv"),
            "question|answer\nGrüße?|Gern.\n".getBytes(java.nio.charset.Charset.forName("IBM850")));
    var read = convert(0, old.toString(), "old.jsonl", "--encoding=IBM850", "--separator=|");
    assertThat(Files.readString(read)).contains("Grüße?");
    convert(2, old.toString(), "x.jsonl", "--encoding=nothing-of-that-name");
  }
}
