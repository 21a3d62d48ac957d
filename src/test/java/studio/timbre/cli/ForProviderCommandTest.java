package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;

/** Training files as providers take them, from a project and from a file. */
class ForProviderCommandTest {
  private static final String TARGET = "azure:gpt-4.1-mini-2025-04-14";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void create() {
    run = new CommandRun(folder.resolve("home"));
  }

  private int command(String... words) {
    return run.command(words);
  }

  private Path lines(String name, List<String> lines) throws Exception {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static String plain(int i) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":\"Question %d?\"},{\"role\":\"assistant\",\"content\":\"Answer %d.\"}]}"
        .formatted(i, i);
  }

  private static List<String> plain(int from, int to) {
    return IntStream.range(from, to).mapToObj(ForProviderCommandTest::plain).toList();
  }

  private static String pair(int i) {
    return "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Which %d?\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Good %d.\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Bad %d.\"}]}"
        .formatted(i, i, i);
  }

  private Path project(List<String> training, List<String> heldOut) throws Exception {
    var project = folder.resolve("voice.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.create(project).close();
    }
    assertThat(command("import", project.toString(), lines("t.jsonl", training).toString()))
        .as(run.err())
        .isZero();
    if (!heldOut.isEmpty()) {
      assertThat(
              command(
                  "import", project.toString(), lines("h.jsonl", heldOut).toString(), "--held-out"))
          .isZero();
    }
    return project;
  }

  private static String text(Path file) throws Exception {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void azureGetsItsMarkAndOnlyWhatItsLinesKnow() throws Exception {
    var training = new ArrayList<>(plain(0, 11));
    training.add(
        "{\"messages\":[{\"role\":\"developer\",\"content\":\"Be kind.\"},{\"role\":\"user\",\"content\":\"Who?\"},{\"role\":\"assistant\",\"content\":\"Me.\"}],\"channel\":\"chat\"}");
    training.add(
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\",\"weight\":0},{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":\"d\"}]}");
    var project = project(training, plain(50, 54));
    var out = folder.resolve("voice-azure-training.jsonl");
    assertThat(command("export", project.toString(), out.toString(), "--for", TARGET))
        .as(run.err())
        .isZero();
    assertThat(text(out))
        .startsWith("\ufeff{")
        .doesNotContain("channel")
        .doesNotContain("developer");
    assertThat(text(out)).contains("\"role\":\"system\",\"content\":\"Be kind.\"", "\"weight\":0");
    assertThat(text(out).lines()).hasSize(13);
    assertThat(text(folder.resolve("voice-azure-validation.jsonl")).lines()).hasSize(4);
    assertThat(run.err())
        .contains("changed  Own fields that this provider does not know", "channel")
        .contains("1 conversation has developer instructions")
        .contains("byte-order mark")
        .doesNotContain("answers that are not to be learned");
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void aFileToMeasureWithFromBeforeIsNotLeftAsIfItBelongedToTheNewOne() throws Exception {
    var project = project(plain(0, 12), List.of());
    var out = folder.resolve("voice-azure-training.jsonl");
    var stale = lines("voice-azure-validation.jsonl", plain(50, 54));
    assertThat(command("export", project.toString(), out.toString(), "--for", TARGET)).isEqualTo(2);
    assertThat(out).doesNotExist();
    assertThat(command("export", project.toString(), out.toString(), "--for", TARGET, "--force"))
        .as(run.err())
        .isZero();
    assertThat(stale).doesNotExist();
    var aside = folder.resolve("voice-azure-validation-old.jsonl");
    assertThat(text(aside).lines()).hasSize(4);
    assertThat(run.err()).contains("is called " + aside + " from now on");

    lines("voice-azure-validation.jsonl", plain(60, 63));
    assertThat(
            command(
                "convert", folder.resolve("t.jsonl").toString(), out.toString(), "--for", TARGET))
        .isEqualTo(2);
    assertThat(
            command(
                "convert",
                folder.resolve("t.jsonl").toString(),
                out.toString(),
                "--for",
                TARGET,
                "--force",
                "--json"))
        .as(run.err())
        .isZero();
    assertThat(run.out()).contains("voice-azure-validation-old-2.jsonl");
    assertThat(text(aside).lines()).as("the first stays what it is").hasSize(4);

    var plain = folder.resolve("plain.jsonl");
    lines("plain-validation.jsonl", plain(60, 63));
    assertThat(command("export", project.toString(), plain.toString())).isZero();
    assertThat(run.err()).contains("does not belong to it");
  }

  @Test
  void questionsForAGraderAreWrittenWhereAProviderTrainsByThem() throws Exception {
    var training = new ArrayList<>(plain(0, 12));
    training.add(
        "{\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},{\"role\":\"user\",\"content\":\"Who?\"},{\"role\":\"assistant\",\"content\":\"Me.\"}],\"tone\":\"warm\"}");
    var project = project(training, plain(50, 54));
    var out = folder.resolve("g-azure-rft-training.jsonl");
    var words =
        List.of("export", project.toString(), out.toString(), "--for", "azure", "--to", "rft");
    assertThat(command(words.toArray(String[]::new))).as(run.err()).isZero();
    assertThat(text(out))
        .startsWith("\ufeff{")
        .contains("\"reference_answer\":\"Answer 3.\"")
        .contains("\"role\":\"developer\",\"content\":\"Be kind.\"", "\"tone\":\"warm\"")
        .doesNotContain("assistant");
    assertThat(text(out).lines()).hasSize(13);
    assertThat(text(folder.resolve("g-azure-rft-validation.jsonl")).lines()).hasSize(4);

    var alone = lines("alone.jsonl", plain(0, 12));
    var to = folder.resolve("alone-rft.jsonl").toString();
    assertThat(command("convert", alone.toString(), to, "--for", "azure", "--to", "rft"))
        .as("it is measured on questions that are held out")
        .isEqualTo(1);
    assertThat(run.err()).contains("Nothing was written");
    assertThat(command("convert", alone.toString(), to, "--for", "nebius", "--to", "rft"))
        .isEqualTo(2);
    assertThat(run.err()).contains("does not train by the verdicts of a grader");
    assertThat(command("convert", alone.toString(), to, "--for", "azure", "--to", "csv"))
        .isEqualTo(2);
  }

  @Test
  void whatStopsTheProviderIsSaidAndNothingIsWritten() throws Exception {
    var project = project(plain(0, 4), List.of());
    var out = folder.resolve("x.jsonl");
    assertThat(command("export", project.toString(), out.toString(), "--for", "openai"))
        .isEqualTo(1);
    assertThat(out).doesNotExist();
    assertThat(run.err()).contains("Nothing was written").contains("error    There are 4");
    assertThat(command("export", project.toString(), out.toString(), "--for", "local")).isZero();
    assertThat(text(out).lines()).hasSize(4);
    assertThat(command("export", project.toString(), out.toString(), "--for", "acme")).isEqualTo(2);
  }

  @Test
  void pairsAreWrittenWhereAllAreAndTheProviderLearnsFromThem() throws Exception {
    var pairs = IntStream.range(0, 12).mapToObj(ForProviderCommandTest::pair).toList();
    var in = lines("pairs.jsonl", pairs);
    var out = folder.resolve("o.jsonl");
    assertThat(command("convert", in.toString(), out.toString(), "--for", "together"))
        .as(run.err())
        .isZero();
    assertThat(text(out)).contains("\"preferred_output\"", "\"non_preferred_output\"");
    assertThat(command("convert", in.toString(), out.toString(), "--for", "nebius", "--force"))
        .as(run.err())
        .isZero();
    assertThat(text(out)).contains("Good 3.").doesNotContain("Bad");
    assertThat(run.err()).contains("12 conversations have a rejected answer");
  }

  @Test
  void aTableBecomesTwoFilesForAProvider() throws Exception {
    var table =
        Files.writeString(
            folder.resolve("t.csv"),
            IntStream.range(0, 60)
                .mapToObj(i -> "Where is order %d?,It is on its way.,web".formatted(i))
                .collect(Collectors.joining("\n", "question,answer,channel\n", "\n")));
    var out = folder.resolve("order-training.jsonl");
    assertThat(
            command(
                "convert",
                table.toString(),
                out.toString(),
                "--for",
                TARGET,
                "--validation",
                "25",
                "--json"))
        .as(run.err())
        .isZero();
    long training = text(out).lines().count();
    long validation = text(folder.resolve("order-validation.jsonl")).lines().count();
    assertThat(training + validation).isEqualTo(60);
    assertThat(validation).isBetween(1L, 40L);
    assertThat(run.out()).contains("\"ready\":true", "\"validation\":" + validation);
  }

  @Test
  void mutedAnswersAreAWarningWhereNobodyKnowsWhetherTheyAreHeeded() throws Exception {
    var lines = new ArrayList<>(plain(0, 12));
    lines.add(
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\",\"weight\":0},{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":\"d\"}]}");
    var out = folder.resolve("o.jsonl");
    assertThat(
            command(
                "convert", lines("m.jsonl", lines).toString(), out.toString(), "--for", "crusoe"))
        .as(run.err())
        .isZero();
    assertThat(run.err()).contains("1 conversation has answers that are not to be learned");
  }
}
