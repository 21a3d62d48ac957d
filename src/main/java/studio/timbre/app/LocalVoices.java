package studio.timbre.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.timbre.app.Hearing.Answer;
import studio.timbre.app.Hearing.Listener;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.jobs.local.Cores;
import studio.timbre.jobs.local.VoiceProcess;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** The voices on this computer. Each runs in a child process that stays loaded until closed or idle. */
final class LocalVoices implements AutoCloseable {

  /** Starts the process of a voice. */
  interface Starter {
    VoiceProcess start(Voice.Local voice) throws UserFacingException;
  }

  /** As many as are heard side by side; each holds a whole model in memory. */
  private static final int MOST_VOICES = 4;

  private final Starter starter;
  private final Duration idle;

  /** In the order of their last use. */
  private final Map<Voice.Local, Seat> seats = new LinkedHashMap<>(16, 0.75f, true);

  private boolean closed;

  /**
   * @param idle how long an unused voice stays loaded
   */
  LocalVoices(Starter starter, Duration idle) {
    this.starter = starter;
    this.idle = idle;
    Thread.ofPlatform().daemon().name("idle-voices").start(this::closeIdle);
  }

  synchronized Answer ask(
      Voice.Local voice, List<Message> conversation, Sampling sampling, Listener listener)
      throws UserFacingException {
    var process = seat(voice).process;
    long number =
        process.ask(conversation, sampling, coresEach(process), new Relay(voice, listener));
    shareCores();
    return () -> process.stop(number);
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

  private Seat seat(Voice.Local voice) throws UserFacingException {
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

  private synchronized void used(Voice.Local voice) {
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
    private final Voice.Local voice;
    private final Listener listener;

    Relay(Voice.Local voice, Listener listener) {
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
