package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;

class JobsCommandTest {
  private static final String KEY = "sk-canary-9f86d081884c7d659a2feaa0c55ad015";
  private static final String LINE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Good day\"}]}\n";

  @TempDir Path folder;
  private ProviderServer server;
  private CommandRun run;
  private Path data;
  private final StringBuilder said = new StringBuilder();

  @BeforeEach
  void prepare() throws IOException {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    server.state.isQuick = true;
    run = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY, "WRONG_KEY", KEY + "x"));
    data = Files.writeString(folder.resolve("data.jsonl"), LINE.repeat(12));
  }

  /** Nothing that Timbre wrote anywhere, or said, has the key. */
  @AfterEach
  void theKeyIsNowhere() throws IOException {
    server.close();
    assertThat(server.violations).isEmpty();
    assertThat(said.toString()).doesNotContain(KEY);
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY);
      }
    }
  }

  private int command(String... arguments) {
    int code = run.command(arguments);
    said.append(run.out()).append(run.err());
    return code;
  }

  private int start(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "jobs",
                "start",
                data.toString(),
                "--provider",
                "openai",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "TEST_KEY",
                "--model",
                "gpt-4o-mini-2024-07-18"));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  private List<JsonNode> lines() throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : run.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void aWatchedJobTellsItsNamesFirstAndThenEachEventOnALine() throws Exception {
    assertThat(start("--json", "--watch", "--epochs", "2", "--suffix", "brand")).isZero();
    var lines = lines();
    assertThat(lines.getFirst().path("job").asText()).startsWith("job-");
    assertThat(lines.getFirst().path("provider_job").asText()).startsWith("ftjob-");
    assertThat(lines.get(1).path("type").asText()).isEqualTo("queued");
    assertThat(lines.stream().filter(line -> line.path("type").asText().equals("step")))
        .hasSize(9)
        .allMatch(line -> line.path("train_loss").asDouble() > 0);
    assertThat(lines.getLast().path("type").asText()).isEqualTo("finished");
    assertThat(lines.getLast().path("result").asText()).startsWith("ft:gpt-4o-mini:");
    assertThat(server.creates()).isEqualTo(1);
  }

  @Test
  void theAddressIsShownInFullAndThePriceBeforeAnythingIsSent() {
    start();
    assertThat(run.out()).contains("12 conversations").contains("about $0.0");
    assertThat(run.err()).contains("Sends to " + server.address() + ", with the key of TEST_KEY");
  }

  @Test
  void aJobIsWatchedByALaterProgramAndListed() throws Exception {
    assertThat(start("--json")).isZero();
    var id = lines().getFirst().path("job").asText();
    assertThat(command("jobs", "watch", id, "--json")).isZero();
    assertThat(lines()).anyMatch(line -> line.path("trained_tokens").asLong() == 127_400);
    assertThat(lines().getLast().path("type").asText()).isEqualTo("finished");
    assertThat(command("jobs", "watch", id, "--json")).isZero();
    assertThat(lines().getLast().path("type").asText()).isEqualTo("finished");
    assertThat(command("jobs", "list", "--json")).isZero();
    var listed = lines().getFirst().path("jobs").path(0);
    assertThat(listed.path("job").asText()).isEqualTo(id);
    assertThat(listed.path("state").asText()).isEqualTo("finished");
    assertThat(listed.path("tuned_model").asText()).startsWith("ft:");
    assertThat(listed.path("trained_tokens").asLong()).isEqualTo(127_400);
    assertThat(listed.path("base_url").asText()).isEqualTo(server.address().toString());
    assertThat(server.creates()).isEqualTo(1);
  }

  @Test
  void aJobIsCancelled() throws Exception {
    server.state.isQuick = false;
    server.state.neverEnds = true;
    start("--json");
    var id = lines().getFirst().path("job").asText();
    assertThat(command("jobs", "cancel", id, "--json")).isZero();
    assertThat(lines().getFirst().path("state").asText()).isEqualTo("cancelled");
    assertThat(server.state.jobs.values()).allMatch(job -> job.cancelled);
  }

  @Test
  void aJobThatOneProgramWatchesIsCancelledByAnother() throws Exception {
    server.state.isQuick = false;
    server.state.neverEnds = true;
    var watching = new Thread(() -> start("--json", "--watch"));
    watching.start();
    while (server.state.jobs.isEmpty()) {
      Thread.sleep(20);
    }
    var other = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY));
    assertThat(other.command("jobs", "list", "--json")).isZero();
    var id = new ObjectMapper().readTree(other.out()).path("jobs").path(0).path("job").asText();
    assertThat(other.command("jobs", "cancel", id, "--json")).isZero();
    watching.join(20_000);
    assertThat(lines().getLast().path("type").asText()).isEqualTo("cancelled");
    assertThat(server.state.jobs.values()).allMatch(job -> job.cancelled);
    assertThat(server.creates()).isEqualTo(1);
  }

  @Test
  void aBudgetThatIsTooSmallSendsNothing() {
    assertThat(start("--budget", "0.000001", "--json")).isEqualTo(1);
    assertThat(run.out()).contains("error.api.overBudget");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void somebodyAtATerminalIsAskedBeforeAnythingThatNoBudgetHolds() {
    run.atATerminal();
    run.type("n");
    assertThat(start()).isEqualTo(1);
    assertThat(run.err()).contains("Begin the job? 12 conversations").contains("[y/N]");
    assertThat(run.err()).contains("Nothing was begun");
    assertThat(start()).as("nothing typed is no yes").isEqualTo(1);
    assertThat(server.creates()).isZero();
    run.type("yes");
    assertThat(start()).isZero();
    assertThat(start("--yes")).isZero();
    assertThat(start("--budget", "5")).isZero();
    assertThat(run.err()).doesNotContain("[y/N]");
    assertThat(server.creates()).isEqualTo(3);
  }

  private Path project(double budget) throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(file)) {
      session.budget().set(OptionalDouble.of(budget));
    }
    return file;
  }

  @Test
  void aJobOfAFileIsHeldByTheBudgetOfTheProjectThatItIsBegunFor() throws Exception {
    run.atATerminal();
    var project = project(0.001).toString();
    assertThat(start("--project", project)).isEqualTo(1);
    assertThat(run.err()).contains("its budget is $0.0010").contains("Nothing was begun");
    assertThat(server.creates()).isZero();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.openAlone(Path.of(project))) {
      session.budget().set(OptionalDouble.of(5));
    }
    assertThat(start("--project", project)).as(run.err()).isZero();
    assertThat(run.out()).contains("timbre jobs watch job-").contains("--project " + project);
    assertThat(server.creates()).isEqualTo(1);
    command("jobs", "list");
    assertThat(run.out()).contains("There is no job");
    command("jobs", "list", "--project", project);
    assertThat(run.out()).contains("gpt-4o-mini-2024-07-18");
    String job = run.out().lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    assertThat(command("jobs", "watch", job, "--project", project)).as(run.err()).isZero();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.openAlone(Path.of(project))) {
      assertThat(session.budget().standing().spent()).isPositive();
    }
    assertThat(start("--project", folder.resolve("no.timbre").toString())).isEqualTo(2);
  }

  @Test
  void aBudgetFixesThePassesThatItWasMadeWith() {
    assertThat(start("--budget", "1")).isZero();
    var job = server.state.jobs.values().iterator().next();
    assertThat(job.request.at("/method/supervised/hyperparameters/n_epochs").asInt()).isEqualTo(8);
  }

  @Test
  void aBudgetWithoutAKnownPriceSendsNothing() {
    assertThat(
            command(
                "jobs",
                "start",
                data.toString(),
                "--provider",
                "compatible",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "TEST_KEY",
                "--model",
                "gpt-4o-mini",
                "--budget",
                "5"))
        .isEqualTo(1);
    assertThat(run.err()).contains("cannot be kept");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void brokenLinesSendNothing() throws IOException {
    Files.writeString(data, LINE + "{\"messages\": 1}\n");
    assertThat(start()).isEqualTo(1);
    assertThat(run.err()).contains("line 2");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void anAddressWithoutEncryptionIsRefused() {
    assertThat(
            command(
                "jobs",
                "start",
                data.toString(),
                "--provider",
                "openai",
                "--base-url",
                "http://example.org/v1",
                "--key-env",
                "TEST_KEY",
                "--model",
                "gpt-4o-mini"))
        .isEqualTo(1);
    assertThat(run.err()).contains("would send your key readable");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(command("jobs", "start", data.toString())).isEqualTo(2);
    assertThat(command("jobs", "watch", "no-such-job")).isEqualTo(2);
    assertThat(command("jobs", "cancel", "no such job")).isEqualTo(2);
    assertThat(
            command(
                "jobs",
                "start",
                data.toString(),
                "--provider",
                "openai",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "UNSET_KEY",
                "--model",
                "gpt-4o-mini"))
        .isEqualTo(2);
    assertThat(run.err()).contains("UNSET_KEY is empty");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void aRefusedKeyIsSaidWithoutTheKey() throws IOException {
    assertThat(
            command(
                "jobs",
                "start",
                data.toString(),
                "--provider",
                "openai",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "WRONG_KEY",
                "--model",
                "gpt-4o-mini",
                "--json"))
        .isEqualTo(1);
    assertThat(lines().getFirst().has("provider_job")).isTrue();
    assertThat(lines().getLast().path("code").asText()).isEqualTo("key_refused");
  }

  @Test
  void aJobThatMayHaveBegunIsFoundByTheNextLook() throws Exception {
    server.faults = call -> call.isCreate() ? Fault.DIES_AFTER : Fault.NONE;
    assertThat(start("--json")).isZero();
    assertThat(lines().getFirst().path("provider_job").asText()).startsWith("ftjob-");
    assertThat(server.creates()).isEqualTo(1);
  }

  private int adopt(CommandRun by, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "jobs",
                "adopt",
                "--provider",
                "openai",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "TEST_KEY",
                "--json"));
    arguments.addAll(List.of(more));
    int code = by.command(arguments.toArray(String[]::new));
    said.append(by.out()).append(by.err());
    return code;
  }

  @Test
  void aJobThatWasBegunElsewhereIsTakenInAndWatchedToItsEnd() throws Exception {
    assertThat(start("--json")).isZero();
    var theirs = lines().getFirst().path("provider_job").asText();
    var here = new CommandRun(folder.resolve("another home"), Map.of("TEST_KEY", KEY));
    assertThat(adopt(here)).isZero();
    assertThat(
            new ObjectMapper()
                .readTree(here.out())
                .path("jobs")
                .path(0)
                .path("provider_job")
                .asText())
        .isEqualTo(theirs);
    assertThat(adopt(here, "ftjob-of-nobody")).isEqualTo(2);
    assertThat(adopt(here, theirs)).isZero();
    var id = new ObjectMapper().readTree(here.out()).path("job").asText();
    assertThat(here.command("jobs", "watch", id, "--json")).isZero();
    assertThat(here.out()).contains("\"type\":\"finished\"");
    assertThat(adopt(here)).isZero();
    assertThat(here.out().strip()).isEqualTo("{\"jobs\":[]}");
    assertThat(server.creates()).isEqualTo(1);
  }

  @Test
  void whatAMoveChangesIsToldAndNothingIsSent() throws Exception {
    assertThat(start("--json", "--learning-rate", "2", "--suffix", "brand")).isZero();
    var id = lines().getFirst().path("job").asText();
    assertThat(command("jobs", "move", id, "--json")).isZero();
    assertThat(lines().getFirst().path("places").findValuesAsText("provider"))
        .contains("azure", "nebius")
        .doesNotContain("openai");
    assertThat(command("jobs", "move", id, "--to", "nebius", "--json")).isZero();
    var moved = lines().getFirst();
    assertThat(moved.path("model").asText()).isEqualTo("meta-llama/Llama-3.1-8B-Instruct");
    assertThat(moved.path("changes").findValuesAsText("change"))
        .contains("model", "learning_rate_left", "serving");
    assertThat(command("jobs", "move", id, "--to", "nebius")).isZero();
    assertThat(run.out()).contains("The learning rate of 2 is left to the provider");
    assertThat(server.creates()).isEqualTo(1);
  }

  /** Every command about a job takes the project that it belongs to, and says of others what to type with it. */
  @Test
  void theJobsOfAProjectAreReachedByEveryCommandWithItsName() throws Exception {
    server.state.isQuick = true;
    var project = project(5).toString();
    assertThat(start("--project", project, "--watch", "--json")).as(run.err()).isZero();
    var id = lines().getFirst().path("job").asText();
    for (var words :
        List.of(
            List.of("watch", id),
            List.of("move", id),
            List.of("move", id, "--to", "nebius"),
            List.of("tidy", id),
            List.of("serve", id),
            List.of("end", id))) {
      var without = new ArrayList<>(List.of("jobs"));
      without.addAll(words);
      assertThat(command(without.toArray(String[]::new))).as(words + " without it").isEqualTo(2);
      assertThat(run.err()).contains("There is no job " + id + ".");
      without.addAll(List.of("--project", project));
      assertThat(command(without.toArray(String[]::new))).as(words + run.err()).isZero();
      var nowhere = new ArrayList<>(without.subList(0, without.size() - 1));
      nowhere.add(folder.resolve("no.timbre").toString());
      assertThat(command(nowhere.toArray(String[]::new))).as(words + " of none").isEqualTo(2);
      assertThat(run.err()).contains("There is no project");
    }
    assertThat(command("jobs", "tidy", "--project", project)).isZero();
    assertThat(run.out())
        .contains(id)
        .contains("Delete it with: timbre jobs tidy --delete --project " + project);
    assertThat(command("jobs", "tidy", "--delete", "--project", project)).isZero();
    assertThat(command("jobs", "tidy", "--project", project)).isZero();
    assertThat(run.out()).contains("Nothing is left behind");
  }

  @Test
  void aJobIsTakenInByAProject() throws Exception {
    assertThat(start("--json")).isZero();
    var theirs = lines().getFirst().path("provider_job").asText();
    var project = project(5).toString();
    var here = new CommandRun(folder.resolve("another home"), Map.of("TEST_KEY", KEY));
    assertThat(adopt(here, theirs, "--project", project)).as(here.err()).isZero();
    var id = new ObjectMapper().readTree(here.out()).path("job").asText();
    assertThat(here.command("jobs", "watch", id)).isEqualTo(2);
    assertThat(here.command("jobs", "watch", id, "--project", project, "--json")).isZero();
    assertThat(here.out()).contains("\"type\":\"finished\"");
  }

  @Test
  void aLookBeforehandSaysWhetherTheBudgetOfTheProjectHolds() throws Exception {
    var arguments =
        List.of(
            "jobs",
            "check",
            data.toString(),
            "--provider",
            "openai",
            "--base-url",
            server.address().toString(),
            "--model",
            "gpt-4o-mini-2024-07-18",
            "--project",
            project(0.001).toString());
    assertThat(command(arguments.toArray(String[]::new))).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("its budget is $0.0010");
    assertThat(command("budget", folder.resolve("voice.timbre").toString(), "--set", "5")).isZero();
    assertThat(command(arguments.toArray(String[]::new))).as(run.out()).isZero();
    assertThat(server.calls).isEmpty();
  }

  @Test
  void theBudgetOfAProjectIsToldSetAndTakenAway() throws Exception {
    var project = project(0.001).toString();
    assertThat(start("--project", project)).isEqualTo(1);
    assertThat(run.err()).contains("timbre budget PROJECT --set USD");
    assertThat(command("budget", project)).isZero();
    assertThat(run.out())
        .contains("Budget of the project: $0.0010")
        .contains("Spent at most: $0.00");
    assertThat(command("budget", project, "--set", "0")).isEqualTo(2);
    assertThat(command("budget", project, "--set", "NaN")).isEqualTo(2);
    assertThat(command("budget", project, "--set", "5", "--none")).isEqualTo(2);
    assertThat(command("budget", project, "--set", "5")).isZero();
    assertThat(start("--project", project)).as(run.err()).isZero();
    assertThat(command("budget", project, "--json")).isZero();
    var told = lines().getFirst();
    assertThat(told.path("budget_usd").asDouble()).isEqualTo(5);
    assertThat(told.path("jobs_usd").asDouble()).isPositive();
    assertThat(told.path("answers_usd").asDouble()).isZero();
    assertThat(command("jobs", "list", "--project", project, "--json")).isZero();
    assertThat(lines().getFirst().path("budget")).isEqualTo(told);
    assertThat(command("budget", project, "--none")).isZero();
    assertThat(run.out()).contains("The project has no budget.");
    assertThat(command("budget", folder.resolve("no.timbre").toString())).isEqualTo(2);
  }
}
