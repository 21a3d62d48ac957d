package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.jobs.openai.ChatVoice.Usage;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** Asks a server over real HTTP. */
@Timeout(30)
class ChatVoiceTest {
  private static final String KEY = "sk-canary-4b825dc642cb6eb9a060e54bf8d69288";
  private static final List<Message> CONVERSATION =
      List.of(Message.of(Role.SYSTEM, "Be brief."), Message.of(Role.USER, "Where is my order?"));

  private final ChatVoice voice = new ChatVoice(Duration.ofSeconds(2));
  private final StringBuffer told = new StringBuffer();
  private ChatServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ChatServer();
  }

  @AfterEach
  void theKeyIsInNoWord() {
    server.close();
    assertThat(told.toString()).doesNotContain(KEY);
  }

  @Test
  void handsOnEachPieceAndWhatTheProviderCounted() throws Exception {
    var heard = ask(Provider.OPENAI);
    assertThat(heard.pieces).containsExactly("Good ", "morning");
    assertThat(heard.usage).contains(new Usage(11, 2, 0));
    assertThat(heard.failure).isEmpty();
    var asked = server.asked.getFirst();
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.headers()).containsEntry("Authorization", "Bearer " + KEY);
    assertThat(asked.body().path("stream").asBoolean()).isTrue();
    assertThat(asked.body().path("stream_options").path("include_usage").asBoolean()).isTrue();
    assertThat(asked.body().path("max_completion_tokens").asInt()).isEqualTo(50);
    assertThat(asked.body().path("seed").asInt()).isEqualTo(7);
    assertThat(asked.body().path("messages").path(0).path("role").asText()).isEqualTo("system");
    assertThat(asked.body().path("messages").path(1).path("content").asText())
        .isEqualTo("Where is my order?");
  }

  @Test
  void wordsArriveBeforeTheAnswerIsOver() throws Exception {
    var goOn = new CompletableFuture<Boolean>();
    server.speaks(
        line -> {
          line.say("First");
          goOn.orTimeout(20, TimeUnit.SECONDS).join();
          line.say(" last").end("stop").done();
        });
    var heard = begin(Provider.OPENAI);
    assertThat(heard.first.get(10, TimeUnit.SECONDS)).isEqualTo("First");
    goOn.complete(true);
    heard.await();
    assertThat(heard.text()).isEqualTo("First last");
  }

  @Test
  void azureGetsItsKeyInItsOwnHeader() throws Exception {
    var heard = new Heard();
    var azure =
        new Connection("a", "Azure", Provider.AZURE, server.address().resolve("/openai/v1"));
    voice.ask(azure, new ApiKey(KEY), "my-deployment", CONVERSATION, sampling(), heard);
    heard.await();
    assertThat(heard.text()).isEqualTo("Good morning");
    assertThat(server.asked.getFirst().headers()).containsEntry("api-key", KEY);
    assertThat(server.asked.getFirst().path()).isEqualTo("/openai/v1/chat/completions");
  }

  @Test
  void fireworksAnswersBesideTheInterfaceForItsAccounts() throws Exception {
    var heard = new Heard();
    var fireworks =
        new Connection(
            "f", "Fireworks", Provider.FIREWORKS, server.address().resolve("/v1/accounts/gull"));
    voice.ask(
        fireworks, new ApiKey(KEY), "accounts/gull/models/x", CONVERSATION, sampling(), heard);
    heard.await();
    assertThat(heard.text()).isEqualTo("Good morning");
    assertThat(server.asked.getFirst().path()).isEqualTo("/inference/v1/chat/completions");
  }

  @Test
  void stoppingClosesTheConnectionAndIsNoFailure() throws Exception {
    server.speaks(
        line -> {
          for (int i = 0; i < 2_000; i++) {
            line.say("word ");
            Thread.sleep(5);
          }
        });
    var heard = new Heard();
    var answer = begin(Provider.OPENAI, heard);
    heard.first.get(10, TimeUnit.SECONDS);
    answer.stop();
    heard.await();
    assertThat(heard.failure).isEmpty();
    assertThat(heard.isSpent).isTrue();
    assertThat(heard.text()).startsWith("word ");
    assertThat(server.left.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void stoppingWorksBeforeTheFirstWord() throws Exception {
    server.speaks(line -> Thread.sleep(20_000));
    var heard = new Heard();
    var answer = begin(Provider.OPENAI, heard);
    while (server.asked.isEmpty()) {
      Thread.sleep(5);
    }
    answer.stop();
    heard.await();
    assertThat(heard.failure).isEmpty();
  }

  @Test
  void aServerThatFallsSilentIsNotWaitedForForEver() throws Exception {
    server.speaks(
        line -> {
          line.say("It left");
          Thread.sleep(20_000);
        });
    var heard = new ChatVoice(Duration.ofMillis(400));
    var told = new Heard();
    heard.ask(connection(Provider.OPENAI), new ApiKey(KEY), "m", CONVERSATION, sampling(), told);
    told.await();
    assertThat(told.text()).isEqualTo("It left");
    assertThat(told.key()).isEqualTo("error.chat.cut");
    assertThat(told.isSpent).isTrue();
  }

  @Test
  void aCutAnswerIsKeptAndMarkedAndNotAskedForAgain() throws Exception {
    server.speaks(line -> line.say("It left us").cut());
    var heard = ask(Provider.OPENAI);
    assertThat(heard.text()).isEqualTo("It left us");
    assertThat(heard.key()).isEqualTo("error.chat.cut");
    assertThat(heard.isSpent).isTrue();
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void anEndWithoutASignOfItIsACut() throws Exception {
    server.speaks(line -> line.say("It left us"));
    assertThat(ask(Provider.OPENAI).key()).isEqualTo("error.chat.cut");
  }

  @Test
  void aConnectionThatBreaksBeforeTheFirstWordMayStillBeCharged() throws Exception {
    server.speaks(ChatServer.Line::cut);
    var heard = ask(Provider.OPENAI);
    assertThat(heard.key()).isEqualTo("error.chat.broken");
    assertThat(heard.failure.orElseThrow().getMessage()).contains("may be charged");
    assertThat(server.asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_api_key, error.chat.key",
    "403, forbidden, error.chat.notAllowed",
    "404, model_not_found, error.chat.noModel",
    "429, rate_limit_exceeded, error.chat.busy",
    "429, insufficient_quota, error.chat.quota",
    "400, bad_request, error.chat.refused",
    "500, server_error, error.chat.trouble",
    "503, overloaded, error.chat.trouble"
  })
  void aRefusalIsToldByWhatToDoAndAskedOnce(int status, String code, String key) throws Exception {
    server.refuses(status, code, "Sorry, " + KEY + " is wrong");
    var heard = ask(Provider.OPENAI);
    assertThat(heard.key()).isEqualTo(key);
    assertThat(heard.isSpent).isFalse();
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void aBusyProviderSaysWhenToAskAgain() throws Exception {
    server.answers(429, "application/json", "{\"error\":{}}", Map.of("Retry-After", "17"));
    assertThat(ask(Provider.OPENAI).failure.orElseThrow().arguments()).contains(17L);
  }

  @Test
  void aPageForPeopleIsNoAnswer() throws Exception {
    server.answers(200, "text/html", "<html>Welcome</html>", Map.of());
    assertThat(ask(Provider.COMPATIBLE).key()).isEqualTo("error.chat.unreadable");
    server.speaks(line -> line.raw("<html>Welcome</html>\n\n"));
    assertThat(ask(Provider.COMPATIBLE).key()).isEqualTo("error.chat.unreadable");
    server.answers(502, "text/html", "<html>Bad gateway</html>", Map.of());
    assertThat(ask(Provider.COMPATIBLE).key()).isEqualTo("error.chat.trouble");
  }

  @Test
  void aRedirectIsNotFollowedWithTheKey() throws Exception {
    server.answers(307, "text/plain", "", Map.of("Location", "http://127.0.0.1:1/v1"));
    assertThat(ask(Provider.COMPATIBLE).key()).isEqualTo("error.chat.elsewhere");
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void nobodyListens() throws Exception {
    server.close();
    assertThat(ask(Provider.OPENAI).key()).isEqualTo("error.chat.unreached");
  }

  @Test
  void oddChunksAreReadForWhatTheyHave() throws Exception {
    server.speaks(
        line ->
            line.raw(": keep-alive\r\n\r\nevent: message\r\nid: 4\r\nretry: 10\r\n")
                .raw("data:{\"choices\":[{\"delta\":{\"content\":\"Good\",\"odd\":[1]}}]}\r\n\r\n")
                .event("{\"choices\":null,\"usage\":null}")
                .event("{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"another\"}}]}")
                .event(
                    "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"role\":\"assistant\"}}]}")
                .event("no json")
                .event("{\"choices\":[{\"index\":0,\"delta\":null}]}")
                .event(
                    "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\" day\"}]}}]}")
                .event(
                    "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{},\"usage\":{\"prompt_tokens\":\"many\"}}")
                .done());
    var heard = ask(Provider.COMPATIBLE);
    assertThat(heard.text()).isEqualTo("Good day");
    assertThat(heard.failure).isEmpty();
    assertThat(heard.usage).isEmpty();
  }

  @Test
  void aServerThatDoesNotStreamIsHeardAllTheSame() throws Exception {
    server.answers(
        200,
        "application/json",
        "{\n \"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Good day\"},\"finish_reason\":\"stop\"}],"
            + "\n \"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":4}}}",
        Map.of());
    var heard = ask(Provider.COMPATIBLE);
    assertThat(heard.text()).isEqualTo("Good day");
    assertThat(heard.usage).contains(new Usage(9, 2, 4));
  }

  @Test
  void anErrorInTheMiddleOfTheStreamKeepsWhatCame() throws Exception {
    server.speaks(
        line ->
            line.say("It left")
                .event(
                    "{\"error\":{\"message\":\"overloaded " + KEY + "\",\"code\":\"overloaded\"}}")
                .done());
    var heard = ask(Provider.OPENAI);
    assertThat(heard.text()).isEqualTo("It left");
    assertThat(heard.key()).isEqualTo("error.chat.cut");
    server.speaks(
        line ->
            line.event("{\"error\":{\"message\":\"no\",\"code\":\"insufficient_quota\"}}").done());
    assertThat(ask(Provider.OPENAI).key()).isEqualTo("error.chat.quota");
  }

  @Test
  void aModelThatDeclinesIsQuotedAndPaidFor() throws Exception {
    server.speaks(
        line ->
            line.event("{\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"I cannot \"}}]}")
                .event("{\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"help.\"}}]}")
                .end("stop")
                .usage(9, 4)
                .done());
    var heard = ask(Provider.OPENAI);
    assertThat(heard.key()).isEqualTo("error.chat.refusal");
    assertThat(heard.failure.orElseThrow().getMessage()).contains("I cannot help.");
    assertThat(heard.usage).contains(new Usage(9, 4, 0));
    server.speaks(line -> line.say("Well").end("content_filter").done());
    assertThat(ask(Provider.OPENAI).key()).isEqualTo("error.chat.filtered");
  }

  @Test
  void aSettingThatAModelRefusesIsLeftOutTheNextTimeAPersonAsks() throws Exception {
    server.refuses(400, "unsupported_parameter", "Unknown field: 'stream_options'");
    assertThat(ask(Provider.COMPATIBLE).key()).isEqualTo("error.chat.field");
    assertThat(server.asked).hasSize(1);
    server.speaks(line -> line.say("Hello").end("stop").done());
    var heard = ask(Provider.COMPATIBLE);
    assertThat(heard.text()).isEqualTo("Hello");
    assertThat(heard.usage).isEmpty();
    assertThat(server.asked.getLast().body().has("stream_options")).isFalse();
    assertThat(server.asked.getLast().body().path("max_tokens").asInt()).isEqualTo(50);
    server.refuses(
        400, "unsupported_parameter", "'max_tokens' is not supported, use 'max_completion_tokens'");
    assertThat(ask(Provider.COMPATIBLE).key()).isEqualTo("error.chat.field");
    server.speaks(line -> line.say("Hello").end("stop").done());
    ask(Provider.COMPATIBLE);
    assertThat(server.asked.getLast().body().has("max_tokens")).isFalse();
    assertThat(server.asked.getLast().body().path("max_completion_tokens").asInt()).isEqualTo(50);
  }

  @Test
  void aKeyGoesNowhereUnencrypted() {
    var open =
        new Connection(
            "x", "Open", Provider.COMPATIBLE, java.net.URI.create("http://example.com/v1"));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> voice.ask(open, new ApiKey(KEY), "m", CONVERSATION, sampling(), new Heard()))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("https://");
  }

  private Connection connection(Provider provider) {
    return new Connection("c", "My account", provider, server.address());
  }

  private static Sampling sampling() {
    return new Sampling(0.5, 50, 7);
  }

  private Heard ask(Provider provider) throws Exception {
    var heard = begin(provider);
    heard.await();
    return heard;
  }

  private Heard begin(Provider provider) throws UserFacingException {
    var heard = new Heard();
    begin(provider, heard);
    return heard;
  }

  private ChatVoice.Answer begin(Provider provider, Heard heard) throws UserFacingException {
    return voice.ask(
        connection(provider), new ApiKey(KEY), "gpt-4o-mini", CONVERSATION, sampling(), heard);
  }

  /** Keeps what was said. */
  private final class Heard implements ChatVoice.Listener {
    final List<String> pieces = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> first = new CompletableFuture<>();
    final CompletableFuture<Boolean> end = new CompletableFuture<>();
    volatile boolean isSpent;
    volatile Optional<Usage> usage = Optional.empty();
    volatile Optional<UserFacingException> failure = Optional.empty();

    String text() {
      return String.join("", pieces);
    }

    String key() {
      return failure.map(UserFacingException::key).orElse("");
    }

    void await() throws Exception {
      end.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void said(String piece) {
      pieces.add(piece);
      told.append(piece);
      first.complete(piece);
    }

    @Override
    public void spent(Optional<Usage> counted) {
      isSpent = true;
      usage = counted;
    }

    @Override
    public void finished() {
      end.complete(true);
    }

    @Override
    public void failed(UserFacingException reason) {
      failure = Optional.of(reason);
      told.append(reason.getMessage()).append(reason.arguments()).append(reason.getCause());
      end.complete(false);
    }
  }
}
