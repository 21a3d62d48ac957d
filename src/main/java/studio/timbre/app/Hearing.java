package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.jobs.local.Cores;
import studio.timbre.jobs.local.Measuring;
import studio.timbre.jobs.local.VoiceProcess;
import studio.timbre.jobs.local.WorkerFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
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
    /**
     * The next piece of text; a token may complete none, or a character of several tokens.
     *
     * @param tokens spoken so far, with those of this piece
     */
    void said(String piece, int tokens);

    /** The end, also after a stop. */
    void finished(int tokens, double seconds);

    void failed(UserFacingException reason);
  }

  /** An answer under way. */
  public interface Answer {
    void stop();
  }

  /** Starts the process of a voice. */
  interface Starter {
    VoiceProcess start(Voice voice) throws UserFacingException;
  }

  /** Each holds a whole model in memory. */
  private static final int MOST_VOICES = 3;

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final Starter starter;
  private final Duration idle;

  /** In the order of their last use. */
  private final Map<Voice, Seat> seats = new LinkedHashMap<>(16, 0.75f, true);

  private boolean closed;

  public Hearing() {
    this(voice -> VoiceProcess.start(voice.base(), voice.adapter()), IDLE);
  }

  Hearing(Starter starter, Duration idle) {
    this.starter = starter;
    this.idle = idle;
    Thread.ofPlatform().daemon().name("idle-voices").start(this::closeIdle);
  }

  /** Starts an answer to the conversation so far; returns at once. */
  public synchronized Answer ask(
      Voice voice, List<Message> conversation, Sampling sampling, Listener listener) {
    try {
      var process = seat(voice).process;
      long number =
          process.ask(conversation, sampling, coresEach(process), new Relay(voice, listener));
      shareCores();
      return () -> process.stop(number);
    } catch (UserFacingException e) {
      Thread.ofPlatform().daemon().start(() -> listener.failed(e));
      return () -> {};
    }
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
      Voice voice, List<Conversation> conversations, int maxLength, Progress progress)
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

  /** Ends all voices; answers under way fail. */
  @Override
  public synchronized void close() {
    closed = true;
    seats.values().forEach(seat -> seat.process.close());
    seats.clear();
    notifyAll();
  }

  /** How many voices are loaded. */
  synchronized int loaded() {
    return seats.size();
  }

  private Seat seat(Voice voice) throws UserFacingException {
    var seat = seats.get(voice);
    if (seat != null && seat.process.isAlive()) {
      seat.lastUsed = System.nanoTime();
      return seat;
    }
    seats.values().removeIf(other -> !other.process.isAlive());
    if (seats.size() >= MOST_VOICES) {
      closeOne();
    }
    var fresh = new Seat(starter.start(voice));
    seats.put(voice, fresh);
    return fresh;
  }

  private void closeOne() throws UserFacingException {
    for (var entry : seats.entrySet()) {
      if (!entry.getValue().process.isBusy()) {
        entry.getValue().process.close();
        seats.remove(entry.getKey());
        return;
      }
    }
    throw new UserFacingException(
        "error.voice.tooMany",
        MOST_VOICES + " voices are speaking already. Stop one of them, or wait until it is done.",
        MOST_VOICES);
  }

  private int coresEach(VoiceProcess asked) {
    long others =
        seats.values().stream()
            .filter(seat -> seat.process != asked && seat.process.isBusy())
            .count();
    return (int) Math.max(1, Cores.physical() / (others + 1));
  }

  /** Voices that speak at once each get a part of the cores: on the same cores they would hold each other up. */
  private synchronized void shareCores() {
    seats.values().stream()
        .filter(seat -> seat.process.isBusy())
        .forEach(seat -> seat.process.useThreads(coresEach(seat.process)));
  }

  private synchronized void used(Voice voice) {
    var seat = seats.get(voice);
    if (seat != null) {
      seat.lastUsed = System.nanoTime();
    }
    shareCores();
  }

  private synchronized void closeIdle() {
    try {
      while (!closed) {
        long limit = System.nanoTime() - idle.toNanos();
        seats
            .values()
            .removeIf(
                seat -> {
                  boolean gone = !seat.process.isBusy() && seat.lastUsed < limit;
                  if (gone) {
                    seat.process.close();
                  }
                  return gone;
                });
        wait(Math.max(50, idle.toMillis() / 10));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A loaded voice. */
  private static final class Seat {
    final VoiceProcess process;
    long lastUsed = System.nanoTime();

    Seat(VoiceProcess process) {
      this.process = process;
    }
  }

  /** Hands on what a voice says and keeps the books. */
  private final class Relay implements VoiceProcess.Listener {
    private final Voice voice;
    private final Listener listener;

    Relay(Voice voice, Listener listener) {
      this.voice = voice;
      this.listener = listener;
    }

    @Override
    public void said(String piece, int tokens) {
      listener.said(piece, tokens);
    }

    @Override
    public void finished(int tokens, double seconds) {
      used(voice);
      listener.finished(tokens, seconds);
    }

    @Override
    public void failed(UserFacingException reason) {
      used(voice);
      listener.failed(reason);
    }
  }
}
