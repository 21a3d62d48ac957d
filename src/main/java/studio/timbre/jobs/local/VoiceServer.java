package studio.timbre.jobs.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import studio.timbre.jobs.local.VoiceMessages.Reply;
import studio.timbre.jobs.local.VoiceMessages.Wish;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** The voice process's side of the talk: answers one question after another and can be stopped in each. */
final class VoiceServer {

  /** Whoever speaks; called on one thread only. */
  interface Speaker {

    /**
     * @param said takes the text of each token, empty where it completes none; answers false once it is enough
     * @return tokens spoken
     */
    int speak(List<Message> conversation, Sampling sampling, Predicate<String> said)
        throws UserFacingException;

    /** How many cores to compute with from now on. */
    void useThreads(int count);
  }

  private final PrintStream out;
  private final BlockingQueue<Wish.Ask> asked = new LinkedBlockingQueue<>();
  private volatile long stopped;
  private volatile int threads;

  VoiceServer(PrintStream out) {
    this.out = out;
  }

  /** Listens on a thread of its own; the end of the input is the end of the process, whatever it is doing. */
  void listen(InputStream in) {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .daemon()
        .name("wishes")
        .start(
            () -> {
              try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                  take(VoiceMessages.wish(line));
                }
              } catch (IOException | UserFacingException e) {
                System.err.println("not understood: " + e);
              }
              Runtime.getRuntime().halt(0);
            });
  }

  private void take(Wish wish) {
    switch (wish) {
      case Wish.Ask ask -> {
        threads = ask.threads();
        asked.add(ask);
      }
      case Wish.Stop stop -> stopped = Math.max(stopped, stop.number());
      case Wish.Threads more -> threads = more.count();
    }
  }

  /** Answers on this thread until the process ends. */
  void serve(Speaker speaker) throws InterruptedException {
    say(new Reply.Ready());
    while (true) {
      answer(speaker, asked.take());
    }
  }

  private void answer(Speaker speaker, Wish.Ask ask) {
    long number = ask.number();
    long begin = System.nanoTime();
    int[] inUse = {0};
    int[] spoken = {0};
    try {
      useThreads(speaker, inUse);
      int tokens =
          stopped >= number
              ? 0
              : speaker.speak(
                  ask.conversation(),
                  ask.sampling(),
                  piece -> {
                    spoken[0]++;
                    if (!piece.isEmpty()) {
                      say(new Reply.Said(number, piece, spoken[0]));
                    }
                    useThreads(speaker, inUse);
                    return stopped < number;
                  });
      say(new Reply.Finished(number, tokens, (System.nanoTime() - begin) / 1e9));
    } catch (UserFacingException e) {
      say(new Reply.Failed(number, e));
    } catch (RuntimeException | OutOfMemoryError e) {
      say(new Reply.Failed(number, VoiceFailures.of(e)));
    }
  }

  private void useThreads(Speaker speaker, int[] inUse) {
    if (threads != inUse[0]) {
      inUse[0] = threads;
      speaker.useThreads(threads);
    }
  }

  void say(Reply reply) {
    out.println(VoiceMessages.write(reply));
    out.flush();
  }
}
