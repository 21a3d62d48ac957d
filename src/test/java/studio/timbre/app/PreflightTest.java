package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Grader;
import studio.timbre.model.JobLimits;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;

class PreflightTest {
  private static final String MODEL = "gpt-4.1-mini-2025-04-14";
  private static final ApiMethod PREFERENCE = new ApiMethod.Preference(OptionalDouble.empty());
  private static final ApiMethod REINFORCEMENT =
      new ApiMethod.Reinforcement(
          new Grader.Python("g", "", Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());

  @TempDir Path folder;
  private LocalDate today = LocalDate.of(2026, 11, 22);
  private Provider provider = Provider.OPENAI;
  private String model = MODEL;
  private ApiMethod method = new ApiMethod.Supervised();
  private Optional<Path> validation = Optional.empty();
  private OptionalDouble rate = OptionalDouble.empty();
  private Optional<JobLimits> limits = Optional.empty();

  private static String chat(String question, String answer) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"},{\"role\":\"assistant\",\"content\":\"%s\"}]}\n"
        .formatted(question, answer);
  }

  private static String chats(int from, int number) {
    return IntStream.range(from, from + number)
        .mapToObj(i -> chat("Question " + i, "Answer " + i))
        .collect(Collectors.joining());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<Finding> look(String data) throws Exception {
    var recipe = ApiRecipe.of(model);
    var wanted =
        new ApiJobs.Wanted(
            "Voice",
            new Connection("c", "Test", provider, URI.create("https://api.openai.com/v1")),
            Optional.empty(),
            new ApiRecipe(
                model,
                method,
                new ApiNumbers(OptionalInt.empty(), OptionalInt.empty(), rate),
                recipe.suffix(),
                recipe.seed(),
                recipe.metadata(),
                recipe.tier()),
            file("data.jsonl", data),
            validation,
            OptionalDouble.empty(),
            OptionalLong.empty(),
            limits);
    var quotes = new ApiQuotes(Catalogue.shipped(), new FileTraining(folder), FamilyCounters.NONE);
    var findings = new Preflight(quotes, today).of(wanted);
    // Every sentence can be said.
    findings.forEach(finding -> assertThat(finding.english()).isNotBlank().doesNotContain("{"));
    return findings;
  }

  private static List<String> keys(List<Finding> findings) {
    return findings.stream()
        .map(finding -> (finding.isBlocking() ? "! " : "") + finding.key())
        .toList();
  }

  @Test
  void goodDataOfAModelThatEndsIsWarnedOfItsEndAlone() throws Exception {
    assertThat(keys(look(chats(0, 60))))
        .containsExactly("preflight.lastJobs", "preflight.answersUntil");
  }

  @Test
  void aModelWhoseLastDayForJobsIsPastIsSaidToBeClosed() throws Exception {
    today = LocalDate.of(2027, 1, 6);
    assertThat(keys(look(chats(0, 60)))).contains("preflight.closed");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, 9, ! preflight.tooFew",
    "AZURE, 9, ! preflight.tooFew",
    "OPENAI, 10, preflight.few",
    "OPENAI, 49, preflight.few",
    "NEBIUS, 5, preflight.few",
    "OPENAI, 0, ! preflight.empty"
  })
  void tooLittleDataIsRefusedAndLittleDataSaid(Provider taker, int lines, String key)
      throws Exception {
    provider = taker;
    assertThat(keys(look(chats(0, lines)))).contains(key);
  }

  @Test
  void linesAreNamedAsTheyStandInTheFile() throws Exception {
    var findings =
        look(
            chats(0, 20)
                + "\n{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}\nnot json\n"
                + "{\"messages\":[{\"role\":\"assistant\",\"content\":\"Hi\"},{\"role\":\"user\",\"content\":\"Bye\"}]}\n");
    assertThat(keys(findings))
        .contains(
            "! problem.example_missing_assistant_message.text",
            "! problem.last_message_not_assistant.text",
            "! preflight.brokenLines");
    assertThat(lines(findings, "preflight.brokenLines")).containsExactly(23L);
    assertThat(lines(findings, "problem.last_message_not_assistant.text")).containsExactly(24L);
    assertThat(findings)
        .filteredOn(f -> f.count() > 0)
        .allMatch(f -> f.count() == f.lines().size());
  }

  private static List<Long> lines(List<Finding> findings, String key) {
    return findings.stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow().lines();
  }

  @Test
  void conversationsInBothFilesAreSaid() throws Exception {
    validation = Optional.of(file("validation.jsonl", chats(58, 12)));
    var overlap =
        look(chats(0, 60)).stream()
            .filter(finding -> finding.key().equals("preflight.overlap"))
            .findFirst()
            .orElseThrow();
    assertThat(overlap.arguments()).containsExactly(2L);
    assertThat(overlap.file()).contains(DataFile.VALIDATION);
  }

  @Test
  void answersBeyondTheLimitOfTheModelAreSaidToBeCut() throws Exception {
    var findings = look(chats(0, 60) + chat("Long", "word ".repeat(70_000)));
    assertThat(lines(findings, "preflight.overTokens")).containsExactly(61L);
    assertThat(findings)
        .filteredOn(f -> f.key().equals("preflight.overTokens"))
        .allMatch(f -> f.english().contains("65,536"));
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true", "4, true"})
  void anAccountThatHasAllTheJobsItMayHaveIsSaid(int active, boolean said) throws Exception {
    limits =
        Optional.of(new JobLimits(OptionalInt.of(8), OptionalInt.of(3), OptionalInt.of(active)));
    var findings = look(chats(0, 60));
    assertThat(keys(findings).contains("preflight.accountFull")).isEqualTo(said);
    assertThat(findings)
        .filteredOn(finding -> finding.key().equals("preflight.accountFull"))
        .allMatch(finding -> finding.english().contains(active + " jobs with " + MODEL))
        .allMatch(finding -> finding.english().contains("limit is 3"));
    limits = Optional.of(new JobLimits(OptionalInt.of(8), OptionalInt.of(3), OptionalInt.empty()));
    assertThat(keys(look(chats(0, 60)))).doesNotContain("preflight.accountFull");
  }

  @Test
  void aFactorThatIsFarTooSmallIsSaid() throws Exception {
    rate = OptionalDouble.of(0.00001);
    assertThat(keys(look(chats(0, 60)))).contains("preflight.rateLooksAbsolute");
    provider = Provider.NEBIUS;
    assertThat(keys(look(chats(0, 60)))).doesNotContain("preflight.rateLooksAbsolute");
  }

  @Test
  void ofAPairTheLongerAnswerCounts() throws Exception {
    method = PREFERENCE;
    String rejected =
        "[{\"role\":\"assistant\",\"content\":\"%s\"}]".formatted("word ".repeat(70_000));
    assertThat(lines(look(pair("a", rejected)), "preflight.overTokens")).containsExactly(1L);
  }

  @Test
  void preferenceTrainingWantsPairs() throws Exception {
    method = PREFERENCE;
    assertThat(keys(look(chats(0, 60)))).contains("! preflight.noPairs");
    String pairs =
        IntStream.range(0, 60)
            .mapToObj(i -> pair("Question " + i, "[{\"role\":\"assistant\",\"content\":\"Yo\"}]"))
            .collect(Collectors.joining());
    assertThat(keys(look(pairs))).containsExactly("preflight.lastJobs", "preflight.answersUntil");
    assertThat(
            keys(
                look(
                    pairs
                        + pair("a", "[]")
                        + pair("b", "[{\"role\":\"user\",\"content\":\"Yo\"}]")
                        + pair("c", "[{\"role\":\"assistant\",\"content\":\"Good day\"}]")
                        + pair(
                            "d",
                            "[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\"}]}]"))))
        .contains(
            "! problem.pair_not_two_answers.text",
            "! problem.pair_not_text.text",
            "problem.pair_of_the_same.text");
  }

  private static String pair(String question, String rejected) {
    return "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Good day\"}],\"non_preferred_output\":%s}\n"
        .formatted(question, rejected);
  }

  @Test
  void aModelThatDoesNotOfferTheMethodIsRefused() throws Exception {
    model = "gpt-4o-mini-2024-07-18";
    method = PREFERENCE;
    assertThat(keys(look(pair("a", "[]").repeat(50)))).contains("! preflight.method");
  }

  @Test
  void reinforcementNeedsSomethingToMeasureWithAndQuestions() throws Exception {
    model = "o4-mini-2025-04-16";
    method = REINFORCEMENT;
    String question = "{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"}],\"target\":4}\n";
    assertThat(keys(look(question.repeat(60))))
        .contains("! preflight.validationMissing")
        .doesNotContain("! problem.example_missing_assistant_message.text");
    validation = Optional.of(file("validation.jsonl", question.repeat(1_001)));
    assertThat(keys(look(question.repeat(50_001))))
        .filteredOn(key -> key.equals("! preflight.tooManyLines"))
        .hasSize(2);
    assertThat(
            keys(
                look(
                    question.repeat(60)
                        + "{\"messages\":[{\"role\":\"assistant\",\"content\":\"Hello\"}]}\n")))
        .contains("! preflight.noQuestion");
  }

  @Test
  void picturesHaveTheirLimits() throws Exception {
    String picture =
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\"}}";
    String tif = picture.replace("https://example.org/a.png", "data:image/tiff;base64,AAAA");
    String large =
        picture.replace(
            "https://example.org/a.png", "data:image/png;base64," + "A".repeat(14_000_000));
    String data =
        chats(0, 60)
            + shown("user", picture)
            + shown("user", picture + ("," + picture).repeat(10))
            + shown("user", tif)
            + shown("user", large)
            + shown("assistant", picture);
    var findings = look(data);
    assertThat(lines(findings, "preflight.picturesNotOffered"))
        .containsExactly(61L, 62L, 63L, 64L, 65L);
    assertThat(lines(findings, "preflight.picturesInALine")).containsExactly(62L);
    assertThat(lines(findings, "preflight.picturesSkipped")).containsExactly(63L, 64L);
    assertThat(lines(findings, "problem.image_in_answer.text")).containsExactly(65L);
    model = "gpt-4o-2024-08-06";
    assertThat(keys(look(data))).doesNotContain("preflight.picturesNotOffered");
  }

  private static String shown(String role, String parts) {
    return "{\"messages\":[{\"role\":\"%s\",\"content\":[%s]},{\"role\":\"assistant\",\"content\":\"A cat\"}]}\n"
        .formatted(role, parts);
  }

  @Test
  void aFileBetweenTheTwoReadingsOfALimitIsWarnedOfAndAboveBothRefused() {
    var azure = ProviderLimits.of(Provider.AZURE).largestFile().orElseThrow();
    assertThat(azure.sure()).isEqualTo(512_000_000);
    assertThat(azure.most()).isEqualTo(536_870_912);
    assertThat(ProviderLimits.of(Provider.OPENAI).largestFile().orElseThrow().sure())
        .isEqualTo(8_000_000_000L);
    assertThat(ProviderLimits.of(Provider.CRUSOE).largestFile().orElseThrow().sure())
        .isEqualTo(3_000_000_000L);
  }
}
