package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.Grader;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.RunState;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

/** Which data of a project a job at a provider takes, and what is said of it before. */
@Timeout(20)
class ProjectDataTest {
  private static final String KEY = "sk-canary-90ab1f2c5e7746d18c3b2a1908f7e6d5";

  @TempDir Path home;
  private ProviderServer server;
  private Timbre timbre;
  private ProjectSession project;
  private Connection connection;

  @BeforeEach
  void setUp() throws Exception {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    timbre = Timbre.startIn(new TimbreFolder(home));
    project = timbre.create(home.resolve("voice.timbre"));
    connection = new Connection("c-1", "Our account", Provider.OPENAI, server.address());
  }

  @AfterEach
  void tearDown() {
    project.close();
    timbre.close();
    server.close();
    assertThat(server.violations).isEmpty();
  }

  private ApiTraining.Choice choice(ApiMethod method, String model) {
    return new ApiTraining.Choice(
        "Brand voice",
        connection,
        new ApiRecipe(
            model,
            method,
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty()),
        true,
        OptionalDouble.empty());
  }

  @Test
  void questionsWithoutAnswersAreSentWhereAGraderScoresAndOnlyThere() throws Exception {
    for (int i = 0; i < 15; i++) {
      project.add(
          new Conversation(
              List.of(Message.of(Role.USER, "Where is order " + i + "?")),
              Map.of("tone", "\"calm " + i + "\"")),
          i < 12 ? Split.TRAINING : Split.HELD_OUT,
          Optional.empty());
    }
    project.apiJobs().use(connection, new ApiKey(KEY));
    var usual = choice(new ApiMethod.Supervised(), "gpt-4o-mini-2024-07-18");
    assertThatThrownBy(() -> project.apiTraining().start(usual))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("answer to learn from");
    assertThat(project.apiTraining().preflight(usual)).anyMatch(Finding::isBlocking);
    assertThat(server.calls).isEmpty();
    server.state.isQuick = true;
    var grader =
        new Grader.StringCheck(
            "tone", "{{sample.output_text}}", "{{item.tone}}", Grader.StringCheck.Operation.EQ);
    var learning =
        new ApiMethod.Reinforcement(
            grader,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    var id = project.apiTraining().start(choice(learning, "own-model"));
    while (project.apiJobs().job(id).state() != RunState.FINISHED) {
      Thread.sleep(20);
    }
    assertThat(
            server.state.files.values().stream()
                .map(part -> new String(part.bytes(), StandardCharsets.UTF_8)))
        .anyMatch(sent -> sent.contains("\"tone\":\"calm 0\"") && sent.lines().count() == 12);
  }

  @Test
  void whatIsWrongIsSaidOfTheConversationsOfTheProject() throws Exception {
    long rejected = project.add(conversation(true), Split.TRAINING, Optional.empty());
    project.setStatus(Status.REJECTED, rejected);
    for (int i = 0; i < 11; i++) {
      project.add(conversation(true), Split.TRAINING, Optional.empty());
    }
    long first = project.add(conversation(false), Split.TRAINING, Optional.empty());
    project.add(conversation(true), Split.HELD_OUT, Optional.empty());
    long measured = project.add(conversation(false), Split.HELD_OUT, Optional.empty());
    long second = project.add(conversation(false), Split.TRAINING, Optional.empty());
    var found =
        project
            .apiTraining()
            .preflight(choice(new ApiMethod.Supervised(), "gpt-4o-mini-2024-07-18"));
    assertThat(found)
        .filteredOn(Finding::isBlocking)
        .filteredOn(finding -> finding.file().equals(Optional.of(Finding.DataFile.TRAINING)))
        .allSatisfy(finding -> assertThat(finding.lines()).containsExactly(12L, 13L))
        .extracting(Finding::conversations)
        .isNotEmpty()
        .allMatch(List.of(first, second)::equals);
    assertThat(found)
        .filteredOn(finding -> finding.file().equals(Optional.of(Finding.DataFile.VALIDATION)))
        .filteredOn(Finding::isBlocking)
        .extracting(Finding::conversations)
        .isNotEmpty()
        .allMatch(List.of(measured)::equals);
  }

  private static Conversation conversation(boolean isAnswered) {
    var question = Message.of(Role.USER, "Where is my order?");
    return isAnswered
        ? Conversation.of(question, Message.of(Role.ASSISTANT, "It left us on Monday."))
        : Conversation.of(question);
  }
}
