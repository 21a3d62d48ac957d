package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Failures;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderWords;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/**
 * Asks models at providers and hands on what they say while they say it. A question is sent once: an answer costs money, so it is
 * never asked again but by a person. Safe for use by several threads.
 */
public final class ChatVoice {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What the provider counted.
   *
   * @param cachedTokens those of the question that it had at hand, and may charge less for
   */
  public record Usage(int questionTokens, int answerTokens, int cachedTokens) {}

  /** Told about one answer, on a thread of its own. One of the two ends is the last call. */
  public interface Listener {
    void said(String piece);

    /**
     * The provider has worked and may charge for it: told just before the end.
     *
     * @param usage empty where the provider did not count
     */
    void spent(Optional<Usage> usage);

    /** The provider charges nothing for it, and that is certain: told just before {@link #failed}. */
    default void unpaid() {}

    /** The end, also after a stop. */
    void finished();

    /** The end of an answer that did not come, or not whole. */
    void failed(UserFacingException reason);
  }

  /** An answer under way. */
  public interface Answer {
    /** Closes the connection, by which most providers end their work; the listener is told the end. */
    void stop();
  }

  private final Duration patience;

  /** Fields that a model at a connection has refused. */
  private final Map<String, Set<String>> untaken = new ConcurrentHashMap<>();

  public ChatVoice() {
    this(PATIENCE);
  }

  /**
   * @param patience longest wait for the head of an answer, and for each further part of it
   */
  public ChatVoice(Duration patience) {
    this.patience = patience;
  }

  /** Sends the question in the background. */
  public Answer ask(
      Connection connection,
      ApiKey key,
      String model,
      List<Message> conversation,
      Sampling sampling,
      Listener listener)
      throws UserFacingException {
    var client = Client.of(connection, key, patience);
    var question = new Question(client, connection, key, model, conversation, sampling, listener);
    question.thread.start();
    return question;
  }

  /** One question and its answer. */
  private final class Question implements Answer {
    private final OpenAIClient client;
    private final Connection connection;
    private final String model;
    private final List<Message> conversation;
    private final Sampling sampling;
    private final Listener listener;
    private final Failures failures;
    private final ProviderWords words;
    private final ChatProblems problems;
    private final ChatStream stream;
    private final Thread thread = Thread.ofPlatform().daemon().name("answer").unstarted(this::run);
    private volatile boolean stopped;

    Question(
        OpenAIClient client,
        Connection connection,
        ApiKey key,
        String model,
        List<Message> conversation,
        Sampling sampling,
        Listener listener) {
      this.client = client;
      this.connection = connection;
      this.model = model;
      this.conversation = conversation;
      this.sampling = sampling;
      this.listener = listener;
      this.words = new ProviderWords(key);
      this.failures = new Failures(words, Pace.SYSTEM);
      this.problems = new ChatProblems(connection.name(), model, patience);
      this.stream = new ChatStream(listener::said);
    }

    @Override
    public void stop() {
      stopped = true;
      thread.interrupt();
    }

    private void run() {
      try {
        listen();
        end();
      } catch (CallFailure failure) {
        if (stopped) {
          settle();
        } else {
          fail(failure);
        }
      } catch (IOException e) {
        if (stopped) {
          settle();
        } else {
          breakOff(failures.unsent(e));
        }
      } catch (RuntimeException e) {
        listener.failed(problems.unreadable(e));
      } finally {
        client.close();
      }
    }

    private void listen() throws CallFailure, IOException {
      var params = ChatRequest.of(connection.provider(), model, conversation, sampling, untaken());
      try (HttpResponse response =
          client.chat().completions().withRawResponse().createStreaming(params)) {
        String type = response.headers().values("Content-Type").stream().findFirst().orElse("");
        if (response.statusCode() >= 300) {
          throw failures.refused(
              response.statusCode(), Exchange.plain(response.headers()), MissingNode.getInstance());
        }
        if (type.startsWith("text/html")) {
          throw failures.unreadable();
        }
        stream.read(response.body(), type.startsWith("application/json"));
      } catch (OpenAIServiceException e) {
        throw failures.refused(
            e.statusCode(), Exchange.plain(e.headers()), Exchange.said(e.body()));
      } catch (OpenAIInvalidDataException | UncheckedIOException e) {
        throw failures.unreadable();
      } catch (OpenAIException e) {
        throw failures.unsent(e);
      }
    }

    private Set<String> untaken() {
      return untaken.computeIfAbsent(
          connection.id() + " " + model, _ -> ConcurrentHashMap.newKeySet());
    }

    private void end() {
      var trouble = stream.trouble().map(failures::inStream);
      if (trouble.isPresent() && !stream.hasWords()) {
        fail(trouble.get());
      } else if (trouble.isPresent()) {
        breakOff(trouble.get());
      } else if (stream.isEmpty()) {
        fail(failures.unsent(new IOException("the connection was closed without an answer")));
      } else if (!stream.isAnswer()) {
        fail(failures.unreadable());
      } else if (!stream.refusal().isEmpty()) {
        spendAndFail(problems.refusal(words.clean(stream.refusal())));
      } else if (stream.isFiltered()) {
        spendAndFail(problems.filtered());
      } else if (!stream.isWhole()) {
        spendAndFail(problems.cut(""));
      } else {
        settle();
      }
    }

    private void fail(CallFailure failure) {
      if (isUnpaid(failure)) {
        listener.unpaid();
      }
      boolean isRefused = failure.kind() == CallFailure.Kind.REFUSED;
      var field = isRefused ? ChatRequest.fieldIn(failure.words()) : Optional.<String>empty();
      if (field.isPresent() && untaken().add(field.get())) {
        listener.failed(problems.field(field.get()));
      } else {
        listener.failed(problems.of(failure));
      }
    }

    /**
     * Whether it is certain that nothing is charged: the question was not let in. One that was refused for what it says may have been
     * worked on before.
     */
    private boolean isUnpaid(CallFailure failure) {
      return switch (failure.kind()) {
        case UNREACHED, KEY, FORBIDDEN, MISSING, QUOTA, BUSY -> true;
        case REFUSED ->
            failure.status() >= 300 && failure.status() < 400
                || ChatRequest.fieldIn(failure.words()).isPresent();
        case BROKEN, TROUBLE -> false;
      };
    }

    /** After the first word the provider has worked; before it, that is not known. */
    private void breakOff(CallFailure failure) {
      if (stream.hasWords()) {
        spendAndFail(problems.cut(failure.words()));
      } else {
        if (isUnpaid(failure)) {
          listener.unpaid();
        }
        listener.failed(problems.of(failure));
      }
    }

    private void spendAndFail(UserFacingException reason) {
      listener.spent(stream.usage());
      listener.failed(reason);
    }

    private void settle() {
      listener.spent(stream.usage());
      listener.finished();
    }
  }
}
