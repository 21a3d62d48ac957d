package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.jobs.openai.ChatServer;
import studio.timbre.jobs.openai.ChatVoice;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;

@Timeout(30)
class ApiVoicesTest {
  private static final String TUNED = "ft:gpt-4o-mini-2024-07-18:gull::Ab12Cd34";
  private static final List<Message> QUESTION = List.of(Message.of(Role.USER, "Hello"));

  @TempDir Path folder;
  private ChatServer server;
  private final ApiVoices voices =
      new ApiVoices(
          connection -> new ApiKey("sk-test-1234567890"),
          new AnswerPrices(Catalogue.shipped().entries()),
          new ChatVoice());

  @BeforeEach
  void start() throws IOException {
    server = new ChatServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** gpt-4o-mini tuned: 0.30 and 1.20 dollars a million tokens, as OpenAI's page has it. */
  @Test
  void theProvidersOwnCountIsPricedByTheCatalogue() throws Exception {
    server.speaks(line -> line.say("Good morning").end("stop").usage(1_000, 500).done());
    var heard = ask(voice(Provider.OPENAI, TUNED));
    assertThat(heard.bill.isCounted()).isTrue();
    assertThat(heard.bill.questionTokens()).isEqualTo(1_000);
    assertThat(heard.bill.usd().orElseThrow())
        .isCloseTo(1_000 * 0.30e-6 + 500 * 1.20e-6, within(1e-12));
    assertThat(heard.tokens).isEqualTo(500);
  }

  @Test
  void whereNothingIsCountedItIsCountedHereAndSaidToBeAbout() throws Exception {
    server.speaks(line -> line.say("Good ").say("morning").end("stop").done());
    var heard = ask(voice(Provider.OPENAI, TUNED));
    assertThat(heard.bill.isCounted()).isFalse();
    // "Hello" makes 1 token, the message and the conversation 3 each, its role 1.
    assertThat(heard.bill.questionTokens()).isEqualTo(8);
    assertThat(heard.bill.answerTokens()).isEqualTo(heard.tokens).isEqualTo(2);
    assertThat(heard.bill.usd()).isPresent();
  }

  @Test
  void aCutAnswerHasItsPriceToo() throws Exception {
    server.speaks(line -> line.say("It left us").cut());
    var heard = ask(voice(Provider.OPENAI, TUNED));
    assertThat(heard.failure).map(UserFacingException::key).hasValue("error.chat.cut");
    assertThat(heard.bill.answerTokens()).isEqualTo(3);
    assertThat(heard.text.toString()).isEqualTo("It left us");
  }

  @Test
  void aPriceOfAnotherProviderOrOfATunedModelIsNotTakenForOneThatIsNotKnown() {
    var sampling = new Sampling(0, 200, 1);
    assertThat(voices.forecast(voice(Provider.OPENAI, TUNED), QUESTION, sampling).usd())
        .hasValueCloseTo(8 * 0.30e-6 + 200 * 1.20e-6, within(1e-12));
    for (var unpriced :
        List.of(
            voice(Provider.OPENAI, "gpt-4o-mini-2024-07-18"),
            voice(Provider.COMPATIBLE, "gpt-4o-mini-2024-07-18"),
            voice(Provider.NEBIUS, "meta-llama/Meta-Llama-3.1-8B-Instruct-LoRa:gull-aBcD"),
            voice(Provider.AZURE, "my-deployment"))) {
      assertThat(voices.forecast(unpriced, QUESTION, sampling).usd())
          .as(unpriced.model())
          .isEmpty();
    }
  }

  @Test
  void aLineOfThePersonsOwnPricesAnUntunedModel() throws Exception {
    var own = folder.resolve("catalogue.json");
    java.nio.file.Files.writeString(
        own,
        "[{\"provider\":\"OpenAI\",\"model\":\"gpt-4o-mini\",\"input_usd_per_million\":0.15,\"output_usd_per_million\":0.6}]");
    var prices = new AnswerPrices(Catalogue.with(own).entries());
    assertThat(prices.bill(voice(Provider.OPENAI, "gpt-4o-mini"), 1_000_000, 1_000_000).usd())
        .isEqualTo(OptionalDouble.of(0.75));
  }

  @Test
  void aMissingKeyIsToldAndNothingIsSent() throws Exception {
    var connections = MadeConnections.withStore(folder, Map.of());
    var connection =
        connections.add(
            Provider.COMPATIBLE, "Mine", server.address().toString(), new NewKey.Unchanged());
    var local =
        new LocalVoices(
            voice -> {
              throw new AssertionError();
            },
            java.time.Duration.ofMinutes(5));
    var asking = new ApiVoices(connections::keyOf, new AnswerPrices(List.of()), new ChatVoice());
    try (var hearing = new Hearing(local, asking)) {
      var heard = new Heard();
      hearing.ask(new Voice.Api(connection, "m"), QUESTION, new Sampling(0, 9, 1), heard);
      heard.end.get(10, TimeUnit.SECONDS);
      assertThat(heard.failure).map(UserFacingException::key).hasValue("error.connection.noKey");
      assertThat(server.asked).isEmpty();
    }
  }

  private Voice.Api voice(Provider provider, String model) {
    return new Voice.Api(new Connection("c", "Mine", provider, server.address()), model);
  }

  private Heard ask(Voice.Api voice) throws Exception {
    var heard = new Heard();
    voices.ask(voice, QUESTION, new Sampling(0, 100, 1), heard);
    heard.end.get(10, TimeUnit.SECONDS);
    return heard;
  }

  private static final class Heard implements Hearing.Listener {
    final StringBuffer text = new StringBuffer();
    final CompletableFuture<Boolean> end = new CompletableFuture<>();
    volatile Bill bill = new Bill(0, 0, false, OptionalDouble.empty());
    volatile int tokens;
    volatile Optional<UserFacingException> failure = Optional.empty();

    @Override
    public void said(String piece, int tokensSoFar) {
      text.append(piece);
    }

    @Override
    public void billed(Bill what) {
      bill = what;
    }

    @Override
    public void finished(int count, double seconds) {
      tokens = count;
      end.complete(true);
    }

    @Override
    public void failed(UserFacingException reason) {
      failure = Optional.of(reason);
      end.complete(false);
    }
  }
}
