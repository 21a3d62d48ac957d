package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.app.ProjectBudget.Spent;
import studio.timbre.jobs.openai.ChatServer;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** What answers cost is the project's money: written down before they are asked, and corrected after. */
@Timeout(60)
class BudgetedHearingTest {
  private static final String TUNED = "ft:gpt-4o-mini-2024-07-18:gull::Ab12Cd34";
  private static final List<Message> QUESTION = List.of(Message.of(Role.USER, "Hello"));
  private static final Sampling SAMPLING = new Sampling(0, 100, 1);

  /** gpt-4o-mini tuned: 0.30 and 1.20 dollars a million tokens; the question has 8, the answer 100 at most. */
  private static final double MOST = 8 * 0.30e-6 + 100 * 1.20e-6;

  @TempDir Path home;
  private ChatServer server;
  private Timbre timbre;
  private ProjectSession project;

  @BeforeEach
  void open() throws Exception {
    server = new ChatServer();
    timbre = Timbre.startIn(new TimbreFolder(home));
    project = timbre.create(home.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    project.close();
    timbre.close();
    server.close();
  }

  private Voice.Api voice(String model) {
    var connection = new Connection("c", "Mine", Provider.OPENAI, server.address());
    timbre.hearing().use(connection, new ApiKey("sk-test-1234567890"));
    return new Voice.Api(connection, model);
  }

  private List<BudgetedHearing.Asking> press(String... models) throws Exception {
    var voices = List.of(models).stream().<Voice>map(this::voice).toList();
    return project.budget().over(timbre.hearing()).press(voices, QUESTION, SAMPLING);
  }

  /** Answers whether it came to a good end. */
  private boolean hear(BudgetedHearing.Asking asking) throws Exception {
    var end = new CompletableFuture<Boolean>();
    asking.ask(
        new Hearing.Listener() {
          @Override
          public void said(String piece, int tokens) {}

          @Override
          public void finished(int tokens, double seconds) {
            end.complete(true);
          }

          @Override
          public void failed(UserFacingException reason) {
            end.complete(false);
          }
        });
    return end.get(20, TimeUnit.SECONDS);
  }

  private Spent answers() {
    return project.budget().standing().answers();
  }

  @Test
  void anAnswerCountsByTheTokensThatTheProviderTold() throws Exception {
    server.speaks(line -> line.say("Good morning").end("stop").usage(1_000, 50).done());
    assertThat(hear(press(TUNED).getFirst())).isTrue();
    assertThat(answers().usd()).isCloseTo(1_000 * 0.30e-6 + 50 * 1.20e-6, within(1e-12));
    assertThat(answers().unpriced()).isZero();
  }

  @Test
  void whereTheProviderToldNothingItCountsAtMost() throws Exception {
    server.speaks(line -> line.say("Good").end("stop").done());
    assertThat(hear(press(TUNED).getFirst())).isTrue();
    assertThat(answers().usd()).isCloseTo(MOST, within(1e-12));
    server.speaks(line -> line.say("Good").cut());
    assertThat(hear(press(TUNED).getFirst())).isFalse();
    assertThat(answers().usd()).as("cut off, and worked for").isCloseTo(2 * MOST, within(1e-12));
    server.refuses(500, "server_error", "Something broke.");
    assertThat(hear(press(TUNED).getFirst())).isFalse();
    assertThat(answers().usd()).as("nobody knows").isCloseTo(3 * MOST, within(1e-12));
  }

  /** The program may end between the press and the answer. */
  @Test
  void whatWasLetInIsCountedBeforeItIsAskedAndSurvivesTheProgram() throws Exception {
    press(TUNED);
    var file = project.file();
    project.close();
    project = timbre.open(file);
    assertThat(server.asked).isEmpty();
    assertThat(answers().usd()).isCloseTo(MOST, within(1e-12));
  }

  @Test
  void whatWasNotLetInByTheProviderCostsNothing() throws Exception {
    for (int status : new int[] {401, 403, 404, 429}) {
      server.refuses(status, "no", "Not you.");
      assertThat(hear(press(TUNED).getFirst())).isFalse();
      assertThat(answers()).as("HTTP " + status).isEqualTo(Spent.NOTHING);
    }
  }

  @Test
  void aPressThatCouldExceedTheBudgetIsNotSentAtAll() throws Exception {
    project.budget().set(OptionalDouble.of(MOST * 1.99));
    assertThatThrownBy(() -> press(TUNED, TUNED))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.budget.exceededByAnswer"));
    assertThat(answers()).isEqualTo(Spent.NOTHING);
    project.budget().set(OptionalDouble.of(MOST * 2));
    var both = press(TUNED, TUNED);
    assertThat(hear(both.get(0))).isTrue();
    assertThat(hear(both.get(1))).isTrue();
    assertThatThrownBy(() -> press(TUNED, TUNED)).isInstanceOf(UserFacingException.class);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void anAnswerOfUnknownPriceCouldExceedAnyBudget() throws Exception {
    project.budget().set(OptionalDouble.of(1_000));
    assertThatThrownBy(() -> press(TUNED, "gpt-9-secret"))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.budget.unpricedAnswer"));
    project.budget().set(OptionalDouble.empty());
    assertThat(hear(press("gpt-9-secret").getFirst())).isTrue();
    assertThat(answers()).isEqualTo(new Spent(0, 1));
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void answersAndJobsShareTheBudget() throws Exception {
    assertThat(hear(press(TUNED).getFirst())).isTrue();
    var standing = project.budget().standing();
    assertThat(standing.spent()).isPositive().isEqualTo(standing.answers().usd());
    project.budget().set(OptionalDouble.of(standing.spent() + 1));
    assertThat(project.budget().standing().left()).hasValueCloseTo(1.0, within(1e-9));
  }
}
