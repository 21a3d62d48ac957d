package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.app.CheckOutcome.End;
import studio.timbre.app.CheckOutcome.NotReached;
import studio.timbre.app.CheckOutcome.Reason;
import studio.timbre.app.CheckOutcome.Works;
import studio.timbre.model.ApiKey;
import studio.timbre.model.JobLimits;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;

class ConnectionCheckTest {
  private static final ApiKey KEY = new ApiKey("sk-canary-7f3a9b");

  private ModelsServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ModelsServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void countsModelsAndNamesThoseThatEnd() {
    server.body =
        """
        {"object":"list","data":[
          {"id":"gpt-4.1","object":"model","created":1,"owned_by":"x","shutdown_date":"2027-01-14"},
          {"id":"gpt-4o","object":"model","created":1,"owned_by":"x","shutdown_date":"2026-12-01"},
          {"id":"gpt-6","object":"model","created":1,"owned_by":"x","shutdown_date":null},
          {"id":"odd","shutdown_date":"soon"}]}
        """;
    assertThat(check(Provider.OPENAI))
        .isEqualTo(
            new Works(
                List.of("gpt-4.1", "gpt-4o", "gpt-6", "odd"),
                List.of(),
                List.of(
                    new End("gpt-4o", LocalDate.of(2026, 12, 1)),
                    new End("gpt-4.1", LocalDate.of(2027, 1, 14)))));
    assertThat(server.calls)
        .containsExactly(
            "GET /v1/models Bearer sk-canary-7f3a9b null",
            "GET /v1/fine_tuning/model_limits Bearer sk-canary-7f3a9b null");
  }

  @Test
  void azureTakesItsKeyInAHeaderOfItsOwnAndSaysWhatCanBeTrained() {
    server.body =
        """
        {"data":[{"id":"gpt-4o-mini","capabilities":{"fine_tune":true}},
                 {"id":"whisper","capabilities":{"fine_tune":false}}]}
        """;
    assertThat(check(Provider.AZURE))
        .isEqualTo(new Works(List.of("gpt-4o-mini", "whisper"), List.of("gpt-4o-mini"), List.of()));
    assertThat(server.calls).containsExactly("GET /v1/models null sk-canary-7f3a9b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"gpt-4.1\":{\"max_total_jobs\":8,\"max_concurrent_jobs\":3,\"active_jobs\":2},\"odd\":7}",
        "{\"object\":\"list\",\"data\":[{\"model\":\"gpt-4.1\",\"max_total_jobs\":8,\"max_concurrent_jobs\":3,\"active_jobs\":2,\"rpm\":9},{\"model\":\"odd\"}]}",
        "{\"data\":{\"gpt-4.1\":{\"max_total_jobs\":8,\"max_concurrent_jobs\":3,\"active_jobs\":2}}}",
        "[{\"id\":\"gpt-4.1\",\"active_jobs\":2,\"limits\":{\"max_total_jobs\":8,\"max_concurrent_jobs\":3}}]",
      })
  void theLimitsOfAnAccountAtOpenAiAreReadInEveryFormThatIsKnown(String said) {
    server.limits = said;
    assertThat(((Works) check(Provider.OPENAI)).limits().byModel())
        .containsOnly(
            Map.entry(
                "gpt-4.1", new JobLimits(OptionalInt.of(8), OptionalInt.of(3), OptionalInt.of(2))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "403 | {\"error\":{\"message\":\"no\"}}",
        "500 | {\"gpt-4.1\":{\"max_concurrent_jobs\":3}}",
        "302 | {\"gpt-4.1\":{\"max_concurrent_jobs\":3}}",
        "200 | <html>Welcome</html>",
        "200 | {\"gpt-4.1\":{\"max_concurrent_jobs\":\"many\",\"active_jobs\":1}}",
        "200 | {\"gpt-4.1\":{\"max_concurrent_jobs\":-1,\"max_total_jobs\":1e99}}",
        "200 | {\"gpt-4.1\":null,\"data\":7}",
        "200 | {\"data\":[1,null,[],{\"max_total_jobs\":1}]}",
        "200 | 3",
        "200 | {\"gpt",
      })
  void whatSaysNothingAboutLimitsIsNoFault(int status, String said) {
    server.limitsStatus = status;
    server.limits = said;
    assertThat(check(Provider.OPENAI)).isEqualTo(new Works(List.of(), List.of(), List.of()));
  }

  @Test
  void slowLimitsAreNotWaitedFor() {
    server.limits = "{\"gpt-4.1\":{\"max_concurrent_jobs\":3}}";
    server.limitsSlowMillis = 20_000;
    long begin = System.nanoTime();
    assertThat(check(Provider.OPENAI)).isEqualTo(new Works(List.of(), List.of(), List.of()));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPENAI")
  void noOtherProviderIsAskedForLimits(Provider provider) {
    server.limits = "{\"gpt-4.1\":{\"max_concurrent_jobs\":3}}";
    assertThat(((Works) check(provider)).limits().byModel()).isEmpty();
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void takesTheBareListOfSomeGateways() {
    server.body = "[{\"id\":\"a\"},{\"id\":\"b\"}]";
    assertThat(check(Provider.COMPATIBLE))
        .isEqualTo(new Works(List.of("a", "b"), List.of(), List.of()));
  }

  @Test
  void takesTheModelsOfAnAccountAtFireworks() {
    server.body =
        "{\"models\":[{\"name\":\"accounts/gull/models/voice\"}],\"nextPageToken\":\"\",\"totalSize\":1}";
    assertThat(check(Provider.FIREWORKS))
        .isEqualTo(new Works(List.of("accounts/gull/models/voice"), List.of(), List.of()));
    server.body = "{\"models\":[],\"nextPageToken\":\"\"}";
    assertThat(check(Provider.FIREWORKS)).isEqualTo(new Works(List.of(), List.of(), List.of()));
  }

  @Test
  void namesAreCutAndLoseWhatCouldSteerATerminal() {
    server.body =
        "{\"data\":[{\"id\":\"\\u001b[2J<b>x</b>\\u202e"
            + "y".repeat(200)
            + "\",\"shutdown_date\":\"2027-01-14\"}]}";
    var works = (Works) check(Provider.OPENAI);
    assertThat(works.ends().getFirst().model()).startsWith("[2J<b>x</b>y").hasSize(101);
  }

  @ParameterizedTest
  @CsvSource({
    "401, KeyRefused[]",
    "403, NotAllowed[]",
    "404, NoSuchAddress[]",
    "405, NoSuchAddress[]",
    "429, Limit[outOfCredit=false]",
    "500, Trouble[status=500]",
    "503, Trouble[status=503]",
    "400, Trouble[status=400]",
  })
  void everyRefusalHasItsOutcome(int status, String outcome) {
    server.status = status;
    server.body = "{\"error\":{\"message\":\"<b>no</b>\"}}";
    assertThat(check(Provider.OPENAI)).hasToString(outcome);
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void noCreditIsToldFromTooManyCalls() {
    server.status = 429;
    server.body = "{\"error\":{\"code\":\"insufficient_quota\"}}";
    assertThat(check(Provider.OPENAI)).isEqualTo(new CheckOutcome.Limit(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html><body>Welcome</body></html>", "", "{\"ok\":true}", "{\"data\":7}", "{\"da"})
  void aPageForPeopleIsNoProvider(String body) {
    server.body = body;
    assertThat(check(Provider.OPENAI)).isEqualTo(new CheckOutcome.NoSuchAddress());
  }

  @Test
  void anEndlessAnswerIsNotReadToItsEnd() {
    server.body = "[" + "\"x\",".repeat(1_200_000) + "1]";
    assertThat(check(Provider.OPENAI)).isEqualTo(new CheckOutcome.NoSuchAddress());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theKeyIsNeverCarriedOnToAnotherAddress(int status) throws IOException {
    try (var other = new ModelsServer()) {
      server.status = status;
      server.location = other.address() + "/models?from=here";
      assertThat(check(Provider.OPENAI))
          .isEqualTo(new CheckOutcome.PointsElsewhere(other.address().replace("/v1", "")));
      assertThat(other.calls).isEmpty();
      assertThat(server.calls).hasSize(1);
    }
  }

  @Test
  void aRedirectToNowhereIsNoFault() {
    server.status = 302;
    server.location = "ht!tp:// nowhere";
    assertThat(check(Provider.OPENAI)).isEqualTo(new CheckOutcome.PointsElsewhere(""));
  }

  @Test
  void slowAnswersEndInTime() {
    server.slowMillis = 5_000;
    long begin = System.nanoTime();
    assertThat(check(Provider.OPENAI, Duration.ofMillis(600)))
        .isEqualTo(new NotReached(Reason.TIMEOUT));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aCancelEndsTheWaiting() {
    server.slowMillis = 5_000;
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    long begin = System.nanoTime();
    assertThatThrownBy(
            () ->
                new ConnectionCheck()
                    .run(Provider.OPENAI, URI.create(server.address()), KEY, cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void nobodyListening() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(
            new ConnectionCheck()
                .run(
                    Provider.OPENAI,
                    URI.create("http://127.0.0.1:" + port + "/v1"),
                    KEY,
                    Progress.NONE))
        .isEqualTo(new NotReached(Reason.REFUSED));
  }

  /** With a certificate that it signed itself. */
  @Test
  void aServerThatCannotProveItselfGetsNoKey(@TempDir Path folder) throws Exception {
    var store = folder.resolve("self-signed.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    made.getInputStream().readAllBytes();
    assertThat(made.waitFor()).isZero();
    var keys = java.security.KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var calls = new AtomicInteger();
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    secure.createContext("/", exchange -> calls.incrementAndGet());
    secure.start();
    try {
      assertThat(
              new ConnectionCheck()
                  .run(
                      Provider.OPENAI,
                      URI.create("https://localhost:" + secure.getAddress().getPort() + "/v1"),
                      KEY,
                      Progress.NONE))
          .isEqualTo(new NotReached(Reason.SECURITY));
      assertThat(calls).hasValue(0);
    } finally {
      secure.stop(0);
    }
  }

  @Test
  void reasonsAreReadFromTheCauses() {
    var unknown = new ConnectException();
    unknown.initCause(new UnresolvedAddressException());
    assertThat(ConnectionCheck.reason(new ExecutionException(unknown))).isEqualTo(Reason.NAME);
    assertThat(ConnectionCheck.reason(new ExecutionException(new SSLHandshakeException("x"))))
        .isEqualTo(Reason.SECURITY);
    assertThat(ConnectionCheck.reason(new ExecutionException(new IOException("cut"))))
        .isEqualTo(Reason.BROKEN);
  }

  private CheckOutcome check(Provider provider) {
    return check(provider, Duration.ofSeconds(10));
  }

  private CheckOutcome check(Provider provider, Duration longest) {
    return new ConnectionCheck(longest)
        .run(provider, URI.create(server.address()), KEY, Progress.NONE);
  }
}
