package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** Asks base models and tuned ones. Each voice runs in a child process that stays loaded until closed or idle. */
public final class Hearing implements AutoCloseable {

  /**
   * A model to ask.
   *
   * @param base GGUF file or Hugging Face folder
   * @param adapter a PEFT folder, or empty for the untuned model
   */
  public record Voice(Path base, Optional<Path> adapter) {}

  /** Told about one answer, on a background thread. */
  public interface Listener {
    /** The next piece of text. */
    void said(String piece);

    /** The end, also after a stop. */
    void finished(int tokens, double seconds);

    void failed(UserFacingException reason);
  }

  /** An answer under way. */
  public interface Answer {
    void stop();
  }

  /** Starts an answer to the conversation so far; returns at once. */
  public Answer ask(Voice voice, List<Message> conversation, Sampling sampling, Listener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
