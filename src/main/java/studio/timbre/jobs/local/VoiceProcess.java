package studio.timbre.jobs.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.jobs.local.VoiceMessages.Reply;
import studio.timbre.jobs.local.VoiceMessages.Wish;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** A child process that has a model loaded and answers, one question at a time. Safe for use by several threads. */
public final class VoiceProcess implements AutoCloseable {

  /** Told about one answer, on a thread of this process. */
  public interface Listener {
    /** @param tokens spoken so far, with those of this piece */
    void said(String piece, int tokens);

    void finished(int tokens, double seconds);

    void failed(UserFacingException reason);
  }

  private static final int LAST_WORDS = 5;

  private final Process process;
  private final PrintStream in;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Listener> waiting = new ConcurrentHashMap<>();
  private final Deque<String> lastWords = new ArrayDeque<>();
  private volatile boolean closed;

  /** Why it could not begin at all, once that is known. */
  private volatile Optional<UserFacingException> refusal = Optional.empty();

  private VoiceProcess(Process process) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.ofPlatform()
        .daemon()
        .name("voice-words")
        .start(() -> readErrors(process.getErrorStream()));
    Thread.ofPlatform().daemon().name("voice").start(() -> read(process.getInputStream()));
  }

  /** Starts a process that loads a base model, tuned by the adapter if there is one. */
  public static VoiceProcess start(Path base, Optional<Path> adapter) throws UserFacingException {
    var arguments = new ArrayList<String>();
    arguments.add(base.toAbsolutePath().toString());
    adapter.ifPresent(folder -> arguments.add(folder.toAbsolutePath().toString()));
    return start(VoiceMain.class, arguments);
  }

  /**
   * Starts a process; its main class talks through a {@link VoiceServer}.
   *
   * @param arguments of the main class
   */
  public static VoiceProcess start(Class<?> main, List<String> arguments)
      throws UserFacingException {
    try {
      return new VoiceProcess(ChildJvm.of(main, Cores.physical(), arguments).start());
    } catch (IOException e) {
      throw VoiceFailures.of(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive() && !closed;
  }

  /** True while an answer is under way. */
  public boolean isBusy() {
    return !waiting.isEmpty();
  }

  /**
   * Asks; the answer begins when those asked for before are finished.
   *
   * @return the number of the answer, for {@link #stop}
   */
  public long ask(List<Message> conversation, Sampling sampling, int threads, Listener listener) {
    long number = numbers.incrementAndGet();
    waiting.put(number, listener);
    send(new Wish.Ask(number, conversation, sampling, threads));
    if (!isAlive()) {
      abandon();
    }
    return number;
  }

  /** The answer ends after the piece it is at. */
  public void stop(long number) {
    send(new Wish.Stop(number));
  }

  /** How many cores it may use from now on. */
  public void useThreads(int count) {
    send(new Wish.Threads(count));
  }

  @Override
  public void close() {
    closed = true;
    in.close();
    process.destroyForcibly();
  }

  /** For tests and for those who close: the process itself. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  private synchronized void send(Wish wish) {
    // A broken pipe is seen as the end of its output.
    in.println(VoiceMessages.write(wish));
  }

  private void read(InputStream out) {
    var reader = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        take(line);
      }
    } catch (IOException _) {
      // The same as an end of its output.
    } finally {
      closed = true;
      process.destroyForcibly();
      abandon();
    }
  }

  private void take(String line) throws JsonProcessingException {
    switch (VoiceMessages.reply(line)) {
      case Reply.Ready _ -> {}
      case Reply.Said said -> {
        var listener = waiting.get(said.number());
        if (listener != null) {
          listener.said(said.piece(), said.tokens());
        }
      }
      case Reply.Finished finished -> {
        var listener = waiting.remove(finished.number());
        if (listener != null) {
          listener.finished(finished.tokens(), finished.seconds());
        }
      }
      case Reply.Failed failed when failed.number() == 0 -> {
        refusal = Optional.of(failed.reason());
        abandon();
      }
      case Reply.Failed failed -> {
        var listener = waiting.remove(failed.number());
        if (listener != null) {
          listener.failed(failed.reason());
        }
      }
    }
  }

  private void abandon() {
    for (long number : List.copyOf(waiting.keySet())) {
      var listener = waiting.remove(number);
      if (listener != null) {
        listener.failed(refusal.orElseGet(() -> VoiceFailures.died(lastWords())));
      }
    }
  }

  private void readErrors(InputStream errors) {
    var reader = new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8));
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lastWords) {
          lastWords.add(line);
          if (lastWords.size() > LAST_WORDS) {
            lastWords.remove();
          }
        }
      }
    } catch (IOException _) {
      // It is over.
    }
  }

  private String lastWords() {
    synchronized (lastWords) {
      return String.join("\n", new ArrayList<>(lastWords));
    }
  }
}
