package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.CallFailure.Kind;
import studio.timbre.jobs.remote.ModerationCalls;
import studio.timbre.jobs.remote.QuickPace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Flag;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

class ModerationApiTest {
  private static final String KEY = "sk-canary-8d969eef6ecad3c29a3a629280e686cf";

  private ProviderServer server;
  private ModerationCalls calls;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(KEY, ProviderState.Flavour.OPENAI);
    calls = calls(server.address(), KEY);
  }

  @AfterEach
  void everyRequestKeptToTheInterface() {
    calls.close();
    server.close();
    assertThat(server.violations).isEmpty();
  }

  private static ModerationCalls calls(URI address, String key) throws UserFacingException {
    return ModerationApi.open(
        new Connection("c", "Ours", Provider.OPENAI, address),
        new ApiKey(key),
        new QuickPace(),
        Duration.ofSeconds(5));
  }

  @Test
  void severalTextsGoInOneRequestAndEachHasItsResult() throws Exception {
    var answer = calls.send(List.of("Good day", "[hate/threatening] and [violence]", "Bye"));
    assertThat(answer.model()).isEqualTo("omni-moderation-2024-09-26");
    assertThat(answer.flags())
        .containsExactly(
            List.of(),
            List.of(
                new Flag("hate/threatening", OptionalDouble.of(0.875)),
                new Flag("violence", OptionalDouble.of(0.875))),
            List.of());
    assertThat(server.paths()).containsExactly("POST /moderations");
  }

  @Test
  void aCategoryThatNobodyKnowsCountsByItsNameAndANullOneDoesNotCount() throws Exception {
    server.state.moderation.oddity =
        answer -> {
          var result = (ObjectNode) answer.path("results").path(0);
          var categories = (ObjectNode) result.path("categories");
          categories.putNull("illicit").putNull("illicit/violent").put("pro\u202epaganda", true);
          ((ObjectNode) result.path("category_scores")).put("hate", "much").putNull("illicit");
        };
    assertThat(calls.send(List.of("[hate]")).flags().getFirst())
        .containsExactly(
            new Flag("hate", OptionalDouble.empty()),
            new Flag("pro paganda", OptionalDouble.empty()));
  }

  @Test
  void aTextThatIsFlaggedWithoutACategoryIsFlagged() throws Exception {
    server.state.moderation.oddity =
        answer -> {
          var result = (ObjectNode) answer.path("results").path(0);
          result.put("flagged", true).remove("categories");
        };
    assertThat(calls.send(List.of("Hm")).flags().getFirst())
        .containsExactly(new Flag(ModerationApi.UNNAMED, OptionalDouble.empty()));
  }

  @Test
  void resultsThatDoNotFitAreRefusedAndNotGuessed() {
    server.state.moderation.oddity = answer -> answer.withArray("results").remove(0);
    var failure =
        catchThrowableOfType(CallFailure.class, () -> calls.send(List.of("One", "[hate]")));
    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.words()).isEqualTo("2 texts were sent, and the answer has 1 results.");
  }

  @Test
  void aResultWithoutAVerdictIsNoAnswer() {
    server.state.moderation.oddity =
        answer ->
            ((ObjectNode) answer.path("results").path(0)).remove(List.of("flagged", "categories"));
    assertThat(catchThrowableOfType(CallFailure.class, () -> calls.send(List.of("One"))).kind())
        .isEqualTo(Kind.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "CUT, BROKEN", "HTML, TROUBLE", "HTML_AS_SUCCESS, BROKEN", "BUSY_429, BUSY",
    "ERROR_500, TROUBLE", "OVERLOADED_503, TROUBLE", "TIMEOUT_408, TROUBLE", "DIES_AFTER, BROKEN",
    "FIELDS_MISSING, BROKEN"
  })
  void whatGoesWrongMayPass(Fault fault, Kind kind) {
    server.faults = _ -> fault;
    var failure = catchThrowableOfType(CallFailure.class, () -> calls.send(List.of("One")));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.mayPass()).isTrue();
    assertThat(failure.retryAfter())
        .isEqualTo(fault == Fault.BUSY_429 ? Optional.of(Duration.ofSeconds(2)) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "403, no_access, FORBIDDEN",
    "404, not_found, MISSING",
    "429, insufficient_quota, QUOTA",
    "400, too_long, REFUSED"
  })
  void aRefusalDoesNotPass(int status, String code, Kind kind) {
    server.scripted = _ -> Optional.of(ProviderServer.error(status, code, "No: " + KEY));
    var failure = catchThrowableOfType(CallFailure.class, () -> calls.send(List.of("One")));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.mayPass()).isFalse();
    assertThat(failure.words()).doesNotContain("canary");
  }

  @Test
  void aWrongKeyIsToldWithoutTheKey() throws Exception {
    try (var wrong = calls(server.address(), KEY + "x")) {
      var failure = catchThrowableOfType(CallFailure.class, () -> wrong.send(List.of("One")));
      assertThat(failure.kind()).isEqualTo(Kind.KEY);
      assertThat(failure.words()).doesNotContain("canary");
    }
  }

  @Test
  void aKeyGoesNowhereWithoutEncryption() throws IOException {
    assertThatThrownBy(() -> calls(URI.create("http://gateway.gull.example/v1"), KEY))
        .isInstanceOf(UserFacingException.class);
  }
}
