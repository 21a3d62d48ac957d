package studio.timbre.jobs.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.remote.RemoteBench;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** What Together AI says of money: its own estimate before the order, tokens and price after the job. */
class TogetherPricesTest {
  private static final String ESTIMATE = "POST /fine-tunes/estimate-price";

  @TempDir Path folder;
  private final FakeTogether fake = new FakeTogether();
  private RemoteBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new RemoteBench(folder, fake, Provider.TOGETHER, TogetherDialect::new);
  }

  @AfterEach
  void everyRequestKeptToTheDocumentation() {
    assertThat(fake.violations).isEmpty();
    bench.close();
  }

  private List<String> said(String word) {
    return bench.events(JobEvent.Log.class).stream()
        .map(JobEvent.Log::message)
        .filter(text -> text.contains(word))
        .toList();
  }

  @Test
  void itsEstimateIsToldBeforeTheOrder() throws Exception {
    fake.estimatedUsd = 1.254;
    assertThat(RemoteBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);
    assertThat(said("estimate"))
        .containsExactly("By the provider's own estimate this job costs $1.25.");
    var calls = bench.server.calls.stream().map(call -> call.method() + " " + call.path()).toList();
    assertThat(calls.indexOf(ESTIMATE)).isBetween(0, calls.indexOf("POST /fine-tunes"));
    assertThat(said("has not got")).isEmpty();
  }

  @Test
  void anAccountThatHasNotGotThatMuchIsSaid() throws Exception {
    fake.estimatedUsd = 500;
    fake.affordable = false;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(said("has not got")).hasSize(1);
  }

  @Test
  void aJobThatCostsFarMoreThanAgreedIsNotOrdered() throws Exception {
    fake.estimatedUsd = 12.5;
    bench.agree(3);
    assertThat(RemoteBench.end(bench.submit(true))).isEqualTo(RunState.FAILED);
    assertThat(bench.server.creates()).isZero();
    assertThat(fake.files).isEmpty();
    assertThat(bench.standing().stage()).isEqualTo(Stage.NOT_BEGUN);
    var failed = (JobEvent.Failed) bench.events().getLast();
    assertThat(failed.code()).isEqualTo("dearer_than_agreed");
    assertThat(failed.detail()).contains("$12.50 > $3.00");
  }

  /** Our own count is no better than an estimate. */
  @ParameterizedTest
  @CsvSource({"3, 5.9", "0.2, 1.1", "3, 0.1"})
  void aPriceThatIsNotFarOffIsNoHindrance(double agreed, double estimated) throws Exception {
    fake.estimatedUsd = estimated;
    bench.agree(agreed);
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DIES_BEFORE", "ERROR_500", "BUSY_429", "FIELDS_MISSING", "HTML"})
  void anEstimateThatCannotBeHadHoldsUpNothing(Fault fault) throws Exception {
    fake.estimatedUsd = 500;
    bench.agree(1);
    bench.server.faults = call -> call.is(ESTIMATE) ? fault : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(said("estimate")).isEmpty();
  }

  @Test
  void tokensAndPriceOfAJobThatIsOverAreKept() throws Exception {
    RemoteBench.end(bench.submit(false));
    assertThat(bench.ledger.trainedTokens(bench.job)).isEqualTo(1_234_567);
    assertThat(said("price"))
        .containsExactly("Together AI puts the price of this job at 0.60 USD.");
  }

  @Test
  void aJobThatIsNotOverHasNoPriceYet() throws Exception {
    fake.neverEnds = true;
    var handle = bench.submit(false);
    while (bench.events(JobEvent.Step.class).isEmpty()) {
      Thread.sleep(2);
    }
    handle.close();
    assertThat(bench.ledger.trainedTokens(bench.job)).isZero();
    assertThat(said("price")).isEmpty();
  }
}
