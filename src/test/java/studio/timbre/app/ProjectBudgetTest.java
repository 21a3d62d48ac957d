package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.RunState;
import studio.timbre.model.Split;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** No way to begin a job at a provider leads past the budget of its project. */
@Timeout(60)
class ProjectBudgetTest {
  private static final String KEY = "sk-canary-1f3870be274f6c49b3e31a0c6728957f";
  private static final String PRICED = "gpt-4o-mini-2024-07-18";

  @TempDir Path home;
  private ProviderServer server;
  private Timbre timbre;
  private ProjectSession project;
  private Connection connection;

  /** What one job costs: 12 conversations, 2 passes. */
  private double one;

  @BeforeEach
  void setUp() throws Exception {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    timbre = Timbre.startIn(new TimbreFolder(home));
    project = timbre.create(home.resolve("voice.timbre"));
    connection = new Connection("c-1", "Our account", Provider.OPENAI, server.address());
    for (int i = 0; i < 12; i++) {
      project.add(
          Conversation.of(
              Message.of(Role.USER, "Where is order number " + i + "?"),
              Message.of(Role.ASSISTANT, "It left us on Monday, number " + i + ".")),
          Split.TRAINING,
          Optional.empty());
    }
    project.apiJobs().use(connection, new ApiKey(KEY));
    one = price(PRICED).orElseThrow().high();
    assertThat(one).isPositive();
  }

  @AfterEach
  void tearDown() throws Exception {
    project.close();
    timbre.close();
    server.close();
  }

  private ApiTraining.Choice choice(String model, OptionalInt epochs) {
    return new ApiTraining.Choice(
        "Brand voice",
        connection,
        ApiRecipe.of(model).withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(epochs)),
        false,
        OptionalDouble.empty());
  }

  private Optional<PriceRange> price(String model) {
    return project.apiTraining().forecast(choice(model, OptionalInt.of(2))).quote().usd();
  }

  private JobId start() throws Exception {
    return project.apiTraining().start(choice(PRICED, OptionalInt.of(2)));
  }

  private void budget(double usd) {
    project.budget().set(OptionalDouble.of(usd));
  }

  private int asked() {
    return server.state.jobs.size();
  }

  @Test
  void aJobAboveTheBudgetIsNotBegun() {
    budget(one * 0.99);
    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.budget.exceeded"));
    assertThat(project.apiJobs().list()).isEmpty();
    assertThat(asked()).isZero();
  }

  @Test
  void jobsAreAddedUp() throws Exception {
    budget(one * 1.99);
    start();
    assertThat(project.budget().standing().spent()).isCloseTo(one, within(1e-12));
    assertThatThrownBy(this::start).isInstanceOf(UserFacingException.class);
    assertThat(project.apiJobs().list()).hasSize(1);
    budget(one * 2);
    start();
    assertThat(project.apiJobs().list()).hasSize(2);
  }

  /** A budget holds only where the provider does not choose the number of passes by itself. */
  @Test
  void withABudgetTheNumberOfPassesIsFixed() throws Exception {
    budget(1);
    var id = project.apiTraining().start(choice(PRICED, OptionalInt.empty()));
    assertThat(project.apiJobs().job(id).order().epochs()).isPresent();
    project.budget().set(OptionalDouble.empty());
    var free = project.apiTraining().start(choice(PRICED, OptionalInt.empty()));
    assertThat(project.apiJobs().job(free).order().epochs()).isEmpty();
  }

  @Test
  void aJobOfUnknownPriceCouldExceedAnyBudget() {
    assertThat(price("gpt-9-secret")).isEmpty();
    budget(1_000_000);
    assertThatThrownBy(() -> project.apiTraining().start(choice("gpt-9-secret", OptionalInt.of(2))))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.budget.unpriced"));
    assertThat(asked()).isZero();
  }

  @Test
  void aForgottenJobIsStillPaid() throws Exception {
    server.state.isQuick = true;
    var id = start();
    while (project.apiJobs().job(id).state() != RunState.FINISHED) {
      Thread.sleep(20);
    }
    double spent = project.budget().standing().spent();
    assertThat(spent).isPositive();
    project.apiJobs().forget(id);
    assertThat(project.budget().standing().spent()).isEqualTo(spent);
  }

  @Test
  void aJobThatWaitsGoesOnOnlyWithinTheBudget() throws Exception {
    var id = start();
    project.apiJobs().awaitBegun(id);
    budget(one * 0.5);
    assertThatThrownBy(() -> project.apiJobs().resume(id))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.budget.exceeded"));
    budget(one);
    project.apiJobs().resume(id);
  }

  /** A deployment that may be charged by the hour has no end that a budget could hold. */
  @Test
  void nothingIsDeployedThatMayBeChargedByTheHour() throws Exception {
    var asked = new ArrayList<String>();
    var serving = project.budget().over(serving(asked));
    var model = new TunedModel("Brand voice", connection, "base", "ft:voice", Optional.of("job"));
    serving.deploy(model, "by the token");
    serving.deploy(model, "who knows");
    assertThat(asked).containsExactly("by the token", "who knows");
    budget(1_000);
    serving.deploy(model, "by the token");
    assertThatThrownBy(() -> serving.deploy(model, "who knows"))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.budget.serving"));
    assertThat(asked).hasSize(3);
  }

  private static Serving serving(List<String> asked) {
    return (Serving)
        Proxy.newProxyInstance(
            Serving.class.getClassLoader(),
            new Class<?>[] {Serving.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isBilledByToken" -> "by the token".equals(arguments[1]);
                  case "deploy" -> {
                    asked.add((String) arguments[1]);
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void theBudgetStaysWithTheProject() throws Exception {
    budget(25);
    project.close();
    project = timbre.open(home.resolve("voice.timbre"));
    assertThat(project.budget().standing().usd()).hasValue(25);
    assertThat(project.budget().standing().left()).hasValue(25);
  }

  @Test
  void noBudgetIsNotABudgetOfNothing() throws Exception {
    assertThat(project.budget().standing().usd()).isEmpty();
    start();
    assertThatThrownBy(() -> budget(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
