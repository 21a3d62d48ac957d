package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.RealModel;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;

/** The prices are lines of one's own, since the shipped ones end some day. */
class CostCommandTest {
  private static final String TOY = "src/test/resources/reference/toy_chat_fine_tuning.jsonl";
  private static final Offset<Double> ROUNDING = within(1e-9);

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() throws Exception {
    run = new CommandRun(folder.resolve("home"));
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        folder.resolve("home/catalogue.json"),
        """
        [{"provider": "Own", "model": "cheap", "methods": ["supervised"], "encoding": "o200k_base",
          "training_usd_per_million_tokens": 3.0, "input_usd_per_million": 0.3,
          "cached_input_usd_per_million": 0.15, "output_usd_per_million": 1.2, "served_by": "tokens",
          "context_length_training": 65536, "last_new_job_date": "2999-01-05",
          "shutdown_date": "2999-01-14", "source": "our own list", "as_of": "2026-11-22"},
         {"provider": "Own", "model": "old", "methods": ["supervised"], "encoding": "o200k_base",
          "training_usd_per_million_tokens": 3.0, "shutdown_date": "2020-01-14"},
         {"provider": "Own", "model": "pairs", "methods": ["dpo"], "encoding": "o200k_base",
          "training_usd_per_million_tokens": 3.0},
         {"provider": "Own", "model": "secret", "methods": ["supervised"], "encoding": "o200k_base"}]
        """);
  }

  /**
   * The toy data set of the cookbook has 8,233 tokens of o200k and 20 passes by default: 164,660 at 3.00 are $0.49398. A call of 500
   * tokens, 200 of them cached, and an answer of 100: 300 x 0.30 + 200 x 0.15 + 100 x 1.20 = 240 millionths; 100,000 of them $24.00.
   */
  @Test
  void trainingAndUseOfAFile() throws Exception {
    assertThat(
            run.command(
                "cost",
                TOY,
                "--calls",
                "100000",
                "--prompt",
                "500",
                "--cached",
                "200",
                "--answer",
                "100",
                "--json"))
        .isZero();
    var json = json();
    assertThat(json.get("conversations").asLong()).isEqualTo(5);
    var cheap = model(json, "cheap");
    assertThat(cheap.at("/billed_tokens/high").asLong()).isEqualTo(164_660);
    assertThat(cheap.get("epochs").asInt()).isEqualTo(20);
    assertUsd(cheap.get("training_usd"), 0.49398);
    assertUsd(cheap.get("running_usd_a_month"), 24.00);
    assertUsd(cheap.get("whole_usd"), 24.49398);
    assertThat(cheap.get("last_day_for_new_jobs").asText()).isEqualTo("2999-01-05");
    assertThat(cheap.get("model_ends_on").asText()).isEqualTo("2999-01-14");
    assertThat(cheap.get("source").asText()).isEqualTo("our own list");
    assertThat(cheap.get("as_of").asText()).isEqualTo("2026-11-22");
  }

  /** 8 answers in all; by the cookbook's reference 8 + 25 + 9 + 3 + 8,000 = 8,045 tokens of them. */
  @Test
  void aCallIsLikeTheAnswersOfTheDataUnlessSaid() throws Exception {
    run.command("cost", TOY, "--json");
    assertThat(json().get("answer_tokens").asDouble()).isCloseTo(8_045 / 8.0, ROUNDING);
    assertThat(json().get("calls_a_month").asLong()).isEqualTo(1_000);
  }

  @Test
  void whatIsNotKnownIsNullAndStandsLast() throws Exception {
    run.command("cost", TOY, "--json");
    var models = json().get("models");
    assertThat(model(json(), "secret").get("whole_usd").isNull()).isTrue();
    boolean unknown = false;
    for (var each : models) {
      assertThat(unknown && !each.get("whole_usd").isNull()).as(each.toString()).isFalse();
      unknown |= each.get("whole_usd").isNull();
    }
  }

  @Test
  void onlyModelsThatTakeSuchDataTodayAreNamed() throws Exception {
    run.command("cost", TOY, "--json");
    assertThat(json().get("models").findValuesAsText("model"))
        .contains("cheap")
        .doesNotContain("old", "pairs");
  }

  @Test
  void dataOfPairsIsPricedForPreferenceTraining() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            """
            {"input":{"messages":[{"role":"user","content":"Hi"}]},"preferred_output":[{"role":"assistant","content":"Yes"}],"non_preferred_output":[{"role":"assistant","content":"No"}]}
            """);
    assertThat(run.command("cost", file.toString(), "--json")).isZero();
    assertThat(json().get("method").asText()).isEqualTo("dpo");
    assertThat(json().get("models").findValuesAsText("model")).contains("pairs");
    assertThat(json().get("models").findValuesAsText("model")).doesNotContain("cheap");
  }

  /**
   * Ten conversations that begin with 96 times "hello": a system message of 3 + 1 + 96 = 100 tokens. "Hi" is 5 with its format, so a
   * call sends 3 + 100 + 5 = 108 and afterwards 8. 10,000 calls: 1,080,000 and 80,000 tokens, at 0.30 a million 0.30 less. Without it
   * a conversation has 3 + 5 + 5 = 13 tokens; ten of them ten times 1,300, at 3.00: $0.0039, paid back after 130 calls.
   */
  @Test
  void aShorterPrompt() throws Exception {
    var file = hellos();
    assertThat(
            run.command(
                "cost", file.toString(), "--calls", "10000", "--short-prompt", "", "--json"))
        .isZero();
    assertThat(json().get("prompt_tokens").asDouble()).isEqualTo(108);
    assertThat(json().get("answer_tokens").asDouble()).isEqualTo(1);
    var diet = model(json(), "cheap").get("prompt_diet");
    assertThat(diet.get("prompt_tokens_a_month_before").asDouble()).isEqualTo(1_080_000);
    assertThat(diet.get("prompt_tokens_a_month_after").asDouble()).isEqualTo(80_000);
    assertUsd(diet.get("tokens_usd_a_month_before"), 0.336);
    assertUsd(diet.get("tokens_usd_a_month_after"), 0.036);
    assertUsd(diet.get("saved_usd_a_month"), 0.30);
    assertUsd(diet.get("training_usd"), 0.0039);
    assertThat(diet.get("break_even_calls").asLong()).isEqualTo(130);
    assertThat(diet.get("break_even_months").asDouble()).isCloseTo(0.013, ROUNDING);
  }

  /** The data has no system prompt; today's calls carry one of 3 + 1 + 6 tokens, the short one is 3 + 1 + 1. */
  @Test
  void aLongPromptOfTodayAndAShortOneFromAFile() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("plain.jsonl"),
            """
            {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}
            """);
    var shorter = Files.writeString(folder.resolve("short.txt"), "hello\n");
    run.command(
        "cost",
        file.toString(),
        "--long-prompt",
        "hello hello hello hello hello hello",
        "--short-prompt",
        shorter.toString(),
        "--json");
    var diet = model(json(), "cheap").get("prompt_diet");
    assertThat(diet.get("prompt_tokens_a_month_before").asDouble()).isEqualTo(18_000);
    assertThat(diet.get("prompt_tokens_a_month_after").asDouble()).isEqualTo(13_000);
  }

  @Test
  void aModelThatEndsBeforeTheMonthsAreOverIsMarked() throws Exception {
    run.command("cost", TOY, "--months", "12000", "--json");
    assertThat(model(json(), "cheap").get("ends_before_months_are_over").asBoolean()).isTrue();
    double counted = model(json(), "cheap").get("months_counted").asDouble();
    assertThat(counted).isBetween(11_000.0, 11_999.0);
    assertThat(model(json(), "cheap").at("/whole_usd/low").asDouble())
        .isCloseTo(
            model(json(), "cheap").at("/training_usd/low").asDouble()
                + counted * model(json(), "cheap").at("/running_usd_a_month/low").asDouble(),
            within(1e-6));
    run.command("cost", TOY, "--months", "12", "--json");
    assertThat(model(json(), "cheap").get("ends_before_months_are_over").asBoolean()).isFalse();
    run.command("cost", TOY, "--months", "12000");
    assertThat(run.out()).contains("2999-01-14, after ").contains("only the months until then");
    assertThat(run.out()).doesNotContain("2999-01-14, after 12000 months");
  }

  /** $24.49398 at 5.40 are 132.267492. */
  @Test
  void anotherCurrencyAtARateThatIsGiven() throws Exception {
    String[] use = {"--calls", "100000", "--prompt", "500", "--cached", "200", "--answer", "100"};
    assertThat(run.command(with(use, "--currency", "brl", "--rate", "5.4", "--json"))).isZero();
    assertThat(json().get("currency").asText()).isEqualTo("BRL");
    assertThat(json().get("per_dollar").asDouble()).isEqualTo(5.4);
    assertUsd(model(json(), "cheap").get("whole_in_currency"), 132.267492);
    assertUsd(model(json(), "cheap").get("whole_usd"), 24.49398);
    run.command(with(use, "--currency", "BRL", "--rate", "5.4"));
    assertThat(run.out()).containsPattern("cheap .*\\$24\\.49 \\(BRL 132\\.27\\)");
    assertThat(run.command("cost", TOY, "--currency", "BRL")).isEqualTo(2);
    assertThat(run.command("cost", TOY, "--currency", "QQQ", "--rate", "1")).isEqualTo(2);
    assertThat(run.command("cost", TOY, "--currency", "BRL", "--rate", "0")).isEqualTo(2);
  }

  private static String[] with(String[] use, String... more) {
    return Stream.of(Stream.of("cost", TOY), Stream.of(use), Stream.of(more))
        .flatMap(Function.identity())
        .toArray(String[]::new);
  }

  @Test
  void whoIsACustomerWhereDecidesWhatIsOpen() throws Exception {
    Files.writeString(
        folder.resolve("home/catalogue.json"),
        """
        [{"provider": "Club", "model": "members", "methods": ["supervised"], "encoding": "o200k_base",
          "training_usd_per_million_tokens": 1.0, "open_to": "existing customers"},
         {"provider": "Own", "model": "cheap", "methods": ["supervised"], "encoding": "o200k_base",
          "training_usd_per_million_tokens": 3.0}]
        """);
    run.command("cost", TOY, "--json");
    assertThat(json().get("models").findValuesAsText("model")).contains("cheap", "members");
    assertThat(model(json(), "members").get("open_to").asText()).isEqualTo("existing customers");
    run.command("cost", TOY, "--existing-customer", "club", "--json");
    assertThat(json().get("models").findValuesAsText("model")).contains("cheap", "members");
    run.command("cost", TOY, "--existing-customer", "none", "--json");
    assertThat(json().get("models").findValuesAsText("model"))
        .contains("cheap")
        .doesNotContain("members");
    assertThat(json().get("closed_to_you").findValuesAsText("model")).contains("members");
    run.command("cost", TOY, "--existing-customer", "none");
    assertThat(run.out()).contains("members at Club");
    assertThat(run.command("cost", TOY, "--existing-customer", "Own")).isEqualTo(2);
  }

  @Test
  void peopleReadALineAModel() throws Exception {
    assertThat(run.command("cost", hellos().toString(), "--short-prompt", "")).isZero();
    assertThat(run.out())
        .contains("10 conversations to train on")
        .contains("1,000 calls a month of 108 prompt and 1 answer tokens")
        .containsPattern("cheap +about 10 +\\$0\\.0339 .*2999-01-05 +2999-01-14 +Own\\R")
        .containsPattern("secret +about 10 +not known +not known +not known +-")
        .containsPattern("cheap +108,000 +8,000 .*130 calls, 0\\.1 months")
        .contains("Own, read 2026-11-22: our own list");
  }

  /** Two rows of 3 + 5 + 5 tokens, and 13 passes at 3.00 a million: 26 x 13 = 338 tokens. */
  @Test
  void aTableIsReadAsAnImportReadsIt() throws Exception {
    var file = Files.writeString(folder.resolve("table.csv"), "question,reply\nHi,Yes\nHi,Yes\n");
    assertThat(
            run.command(
                "cost",
                file.toString(),
                "--map",
                "question=user",
                "--map",
                "reply=assistant",
                "--epochs",
                "13",
                "--json"))
        .isZero();
    assertUsd(model(json(), "cheap").get("training_usd"), 338 * 3.0 / 1e6);
  }

  /** Ten conversations at 100 tokens a second, with 36 watts at 0.50 a kilowatt hour. */
  @Test
  void trainingOnThisComputerTakesTimeAndElectricity() throws Exception {
    var model = RealModel.path();
    run.command("models", "add", model.toString());
    var kept = new ObjectMapper().createObjectNode();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      for (var base : timbre.models().list()) {
        kept.put(base.path().toAbsolutePath().normalize().toString(), 100.0);
      }
    }
    Files.writeString(folder.resolve("home/speeds.json"), kept.toString());
    var file = hellos();
    run.command("count", file.toString(), "--model", model.toString(), "--json");
    long tokens = json().get("tokens").asLong();

    run.command(
        "cost", file.toString(), "--epochs", "2", "--watts", "36", "--kwh", "0.5", "--json");
    var local = json().get("local").get(0);
    assertThat(local.get("tokens").asLong()).isEqualTo(2 * tokens);
    double seconds = 2 * tokens / 100.0;
    assertThat(local.get("seconds").asDouble()).isCloseTo(seconds, ROUNDING);
    // 36 watts are 0.00001 kilowatt hours a second.
    assertThat(local.get("kilowatt_hours").asDouble()).isCloseTo(seconds * 0.00001, ROUNDING);
    assertThat(local.get("electricity").asDouble()).isCloseTo(seconds * 0.000005, ROUNDING);
  }

  @Test
  void aProjectIsPricedByWhatItTrainsOn() throws Exception {
    var project = folder.resolve("gull.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.create(project).close();
    }
    run.command("import", project.toString(), TOY);
    run.command("import", project.toString(), hellos().toString(), "--held-out");
    assertThat(run.command("cost", project.toString(), "--json")).isZero();
    assertThat(json().get("conversations").asLong()).isEqualTo(5);
    assertThat(json().get("held_out").asLong()).isEqualTo(10);
    // Nobody says whether held-out data is billed: 20 x 8,233 tokens, or with 10 x 113 more a pass.
    var training = model(json(), "cheap").get("training_usd");
    assertThat(training.get("low").asDouble()).isCloseTo(0.49398, ROUNDING);
    assertThat(training.get("high").asDouble()).isCloseTo(20 * 9_363 * 3.0 / 1e6, ROUNDING);
  }

  @Test
  void brokenLinesAreNamedAndTheEndIsOne() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("broken.jsonl"),
            """
            {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}
            ["no object"
            """);
    assertThat(run.command("cost", file.toString(), "--json")).isEqualTo(1);
    assertThat(run.err()).contains("Line 2");
    assertThat(json().get("refused").asLong()).isEqualTo(1);
  }

  @Test
  void wrongNumbersAreWrongUsage() {
    assertThat(run.command("cost", TOY, "--epochs", "0")).isEqualTo(2);
    assertThat(run.command("cost", TOY, "--months", "0")).isEqualTo(2);
    assertThat(run.command("cost", TOY, "--calls", "-1")).isEqualTo(2);
    assertThat(run.command("cost", TOY, "--long-prompt", "x")).isEqualTo(2);
    assertThat(run.command("cost", "nowhere.jsonl")).isEqualTo(2);
  }

  private Path hellos() throws Exception {
    String line =
        """
        {"messages":[{"role":"system","content":"%s"},{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}
        """
            .formatted(("hello ".repeat(96)).strip());
    return Files.writeString(folder.resolve("hellos.jsonl"), line.repeat(10));
  }

  private JsonNode json() throws Exception {
    assertThat(run.out()).hasLineCount(1);
    return new ObjectMapper().readTree(run.out());
  }

  private static JsonNode model(JsonNode json, String name) {
    return StreamSupport.stream(json.get("models").spliterator(), false)
        .filter(model -> model.get("model").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertUsd(JsonNode range, double usd) {
    assertThat(range.get("low").asDouble()).isCloseTo(usd, ROUNDING);
    assertThat(range.get("high").asDouble()).isCloseTo(usd, ROUNDING);
  }
}
