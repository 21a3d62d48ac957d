package studio.timbre.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.app.Hearing.Answer;
import studio.timbre.app.Hearing.Listener;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.jobs.openai.ChatVoice;
import studio.timbre.jobs.openai.ChatVoice.Usage;
import studio.timbre.jobs.openai.ModelCalls;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.Tokenizer;

/** The voices at providers: asked with the key of their connection, counted and priced. */
final class ApiVoices implements AutoCloseable {

  /** Where keys come from. */
  interface KeyRing {
    ApiKey keyOf(Connection connection) throws UserFacingException;
  }

  private final KeyRing keyRing;
  private final AnswerPrices prices;
  private final ChatVoice chat;
  private final Map<Connection, ApiKey> handedOver = new ConcurrentHashMap<>();
  private final Set<Relay> speaking = ConcurrentHashMap.newKeySet();

  ApiVoices(KeyRing keyRing, AnswerPrices prices, ChatVoice chat) {
    this.keyRing = keyRing;
    this.prices = prices;
    this.chat = chat;
  }

  void use(Connection connection, ApiKey key) {
    handedOver.put(connection, key);
  }

  Answer ask(Voice.Api voice, List<Message> conversation, Sampling sampling, Listener listener)
      throws UserFacingException {
    var connection = voice.connection();
    var key = keyOf(connection);
    var relay = new Relay(voice, conversation, listener);
    speaking.add(relay);
    try {
      var answer = chat.ask(connection, key, voice.model(), conversation, sampling, relay);
      relay.answer = Optional.of(answer);
      return answer::stop;
    } catch (UserFacingException e) {
      speaking.remove(relay);
      throw e;
    }
  }

  private ApiKey keyOf(Connection connection) throws UserFacingException {
    var given = handedOver.get(connection);
    return given == null ? keyRing.keyOf(connection) : given;
  }

  List<String> modelsAt(Connection connection) throws UserFacingException {
    return new ModelCalls().names(connection, keyOf(connection));
  }

  Bill forecast(Voice.Api voice, List<Message> conversation, Sampling sampling) {
    return prices.bill(voice, prices.question(voice, conversation), sampling.maxTokens());
  }

  @Override
  public void close() {
    speaking.forEach(relay -> relay.answer.ifPresent(ChatVoice.Answer::stop));
    handedOver.clear();
  }

  /** Hands on what a voice says, counts along and keeps the time. */
  private final class Relay implements ChatVoice.Listener {
    private final Voice.Api voice;
    private final List<Message> conversation;
    private final Listener listener;
    private final Tokenizer tokenizer;
    private final long begun = System.nanoTime();
    private volatile Optional<ChatVoice.Answer> answer = Optional.empty();
    private final StringBuilder text = new StringBuilder();
    private int tokens;

    Relay(Voice.Api voice, List<Message> conversation, Listener listener) {
      this.voice = voice;
      this.conversation = conversation;
      this.listener = listener;
      this.tokenizer = prices.tokenizer(voice);
    }

    @Override
    public void said(String piece) {
      // Each piece by itself, which is quick and a little too much; at the end all is counted at
      // once.
      tokens += tokenizer.count(piece);
      text.append(piece);
      listener.said(piece, tokens);
    }

    @Override
    public void spent(Optional<Usage> usage) {
      var bill = usage.map(counted -> prices.bill(voice, counted)).orElseGet(this::ownCount);
      tokens = bill.answerTokens();
      listener.billed(bill);
    }

    private Bill ownCount() {
      int asked = prices.question(voice, conversation);
      return prices.bill(voice, asked, tokenizer.count(text.toString()));
    }

    @Override
    public void unpaid() {
      listener.unpaid();
    }

    @Override
    public void finished() {
      speaking.remove(this);
      listener.finished(tokens, (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public void failed(UserFacingException reason) {
      speaking.remove(this);
      listener.failed(reason);
    }
  }
}
