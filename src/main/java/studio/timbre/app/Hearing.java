package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.timbre.jobs.local.Measuring;
import studio.timbre.jobs.local.VoiceProcess;
import studio.timbre.jobs.local.WorkerFolder;
import studio.timbre.jobs.openai.ChatVoice;
import studio.timbre.model.ApiKey;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** Asks base models and tuned ones, on this computer and at providers. */
public final class Hearing implements AutoCloseable {

  /** A model to ask. */
  public sealed interface Voice {
    /**
     * One on this computer, which costs nothing.
     *
     * @param base GGUF file or Hugging Face folder
     * @param adapter a PEFT folder, or empty for the untuned model
     */
    record Local(Path base, Optional<Path> adapter) implements Voice {}

    /**
     * One at a provider, whose answers cost money.
     *
     * @param model by the provider's name
     */
    record Api(Connection connection, String model) implements Voice {}
  }

  /** Told about one answer, on a background thread. */
  public interface Listener {
    /**
     * The next piece of text; a token may complete none, or a character of several tokens.
     *
     * @param tokens spoken so far, with those of this piece; at a provider about so many
     */
    void said(String piece, int tokens);

    /** What a provider takes for its work, told just before the end; never for a voice on this computer. */
    default void billed(Bill bill) {}

    /** A provider charges nothing, and that is certain: told just before {@link #failed}. */
    default void unpaid() {}

    /** The end, also after a stop. */
    void finished(int tokens, double seconds);

    void failed(UserFacingException reason);
  }

  /** An answer under way. */
  public interface Answer {
    void stop();
  }

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final LocalVoices here;
  private final ApiVoices there;

  /**
   * @param connections asked for the key of a voice at a provider
   */
  Hearing(Connections connections, List<CatalogueEntry> catalogue) {
    this(
        new LocalVoices(voice -> VoiceProcess.start(voice.base(), voice.adapter()), IDLE),
        new ApiVoices(connections::keyForJob, new AnswerPrices(catalogue), new ChatVoice()));
  }

  Hearing(LocalVoices here, ApiVoices there) {
    this.here = here;
    this.there = there;
  }

  /**
   * Starts an answer to the conversation so far; returns as soon as the key of a connection is at hand. A question to a provider is
   * sent once and never repeated.
   */
  public Answer ask(Voice voice, List<Message> conversation, Sampling sampling, Listener listener) {
    try {
      return switch (voice) {
        case Voice.Local local -> here.ask(local, conversation, sampling, listener);
        case Voice.Api api -> there.ask(api, conversation, sampling, listener);
      };
    } catch (UserFacingException e) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                listener.unpaid();
                listener.failed(e);
              });
      return () -> {};
    }
  }

  /** Hands over the key of a connection that is not in the list, for as long as this object lives. It is kept nowhere else. */
  public void use(Connection connection, ApiKey key) {
    there.use(connection, key);
  }

  /** The names of the models that a connection's key may use: one call, which costs nothing. */
  public List<String> modelsAt(Connection connection) throws UserFacingException {
    return there.modelsAt(connection);
  }

  /** What an answer of that length would cost at most. Sends nothing; may take half a second the first time. */
  public Bill forecast(Voice.Api voice, List<Message> conversation, Sampling sampling) {
    return there.forecast(voice, conversation, sampling);
  }

  /**
   * How well a model predicts the answers of conversations.
   *
   * @param examples conversations with something to predict
   * @param answerTokens tokens that were predicted
   * @param loss mean over the answer tokens, in nats
   */
  public record Measure(int examples, long answerTokens, double loss) {
    /** Among how many equally likely words the model wavers: e to the loss. */
    public double perplexity() {
      return Math.exp(loss);
    }
  }

  /**
   * Measures a model on conversations, in a process of its own.
   *
   * @param maxLength longer conversations are cut off at the end, in tokens
   * @param progress in conversations
   * @return empty after a cancel
   */
  public Optional<Measure> measure(
      Voice.Local voice, List<Conversation> conversations, int maxLength, Progress progress)
      throws UserFacingException {
    Path folder;
    try {
      folder = Files.createTempDirectory("timbre-measure");
    } catch (IOException e) {
      throw RunFiles.failed(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
    try {
      var files = new WorkerFolder(folder);
      RunFiles.write(files, new TrainingData(conversations, List.of(), 0));
      return Measuring.run(files.training(), maxLength, voice.base(), voice.adapter(), progress)
          .map(found -> new Measure(found.examples(), found.answerTokens(), found.loss()));
    } finally {
      RunFiles.delete(folder);
    }
  }

  /** How many voices are loaded on this computer. */
  int loaded() {
    return here.loaded();
  }

  /** Ends all voices on this computer and stops the answers of others. */
  @Override
  public void close() {
    here.close();
    there.close();
  }
}
