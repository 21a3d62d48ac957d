package studio.timbre.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.timbre.dataset.ScreenedText;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Calls;
import studio.timbre.jobs.remote.ModerationCalls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.Flag;
import studio.timbre.model.UserFacingException;

/**
 * Has texts looked at, several in a request. As that costs nothing and changes nothing, a request is sent again where it may succeed
 * later; whoever waits can stop at any moment.
 *
 * @param <T> what the verdicts are about
 */
final class Screening<T> {
  /** In one request. OpenAI's first tier takes 10,000 tokens a minute; a larger request would never get through there. */
  static final int MOST_TEXTS = 20;

  /** In UTF-8, as scripts other than ours take more tokens for a letter. */
  static final int MOST_BYTES = 16_000;

  /** Some are without a word. */
  private static final int MOST_CONVERSATIONS = 200;

  private static final int TRIES = 8;
  private static final long LOOK_MILLIS = 50;

  /** What was said of one of them. */
  record Judged<T>(T of, List<Flag> flags, boolean beyondText) {}

  /** Takes verdicts as they come, all of one model. */
  @FunctionalInterface
  interface Taker<T> {
    void take(String model, List<Judged<T>> judged) throws UserFacingException;
  }

  private record Waiting<T>(T of, ScreenedText text) {}

  private final String name;
  private final ModerationCalls calls;
  private final Calls repeated;
  private final Taker<T> taker;
  private final ContentProgress progress;
  private final List<Waiting<T>> load = new ArrayList<>();
  private int texts;
  private int bytes;

  /**
   * @param name of the connection, for sentences
   * @param progress told of rests, and asked whether to stop
   */
  Screening(
      String name, ModerationCalls calls, Pace pace, Taker<T> taker, ContentProgress progress) {
    this.name = name;
    this.calls = calls;
    this.repeated = new Calls(telling(pace, progress), new Semaphore(0));
    this.taker = taker;
    this.progress = progress;
  }

  private static Pace telling(Pace pace, ContentProgress progress) {
    return new Pace() {
      @Override
      public Instant now() {
        return pace.now();
      }

      @Override
      public void rest(Semaphore nudge, Duration time) throws InterruptedException {
        progress.rests(time);
        pace.rest(nudge, time);
      }
    };
  }

  /**
   * Adds one; sends what came before when it does not fit in the same request.
   *
   * @throws CancellationException if somebody asked for an end
   */
  void add(T of, ScreenedText text) throws UserFacingException {
    int length = text.pieces().stream().mapToInt(Screening::bytes).sum();
    if (load.size() == MOST_CONVERSATIONS
        || texts + text.pieces().size() > MOST_TEXTS
        || bytes + length > MOST_BYTES) {
      finish();
    }
    load.add(new Waiting<>(of, text));
    texts += text.pieces().size();
    bytes += length;
  }

  /** Sends what has been added. */
  void finish() throws UserFacingException {
    if (progress.isCancelled()) {
      throw new CancellationException();
    }
    if (load.isEmpty()) {
      return;
    }
    var flags = new ArrayList<List<Flag>>();
    String model = "";
    for (var request : requests()) {
      var answer = answer(request);
      flags.addAll(answer.flags());
      model = answer.model();
    }
    var judged = new ArrayList<Judged<T>>();
    int next = 0;
    for (var each : load) {
      int end = next + each.text().pieces().size();
      judged.add(
          new Judged<>(each.of(), merged(flags.subList(next, end)), each.text().beyondText()));
      next = end;
    }
    load.clear();
    texts = 0;
    bytes = 0;
    taker.take(model, judged);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** One, unless a single conversation is longer than a request may be. */
  private List<List<String>> requests() {
    var requests = new ArrayList<List<String>>();
    var request = new ArrayList<String>();
    int length = 0;
    for (var waiting : load) {
      for (var piece : waiting.text().pieces()) {
        boolean full = request.size() == MOST_TEXTS || length + bytes(piece) > MOST_BYTES;
        if (full) {
          requests.add(request);
          request = new ArrayList<>();
          length = 0;
        }
        request.add(piece);
        length += bytes(piece);
      }
    }
    if (!request.isEmpty()) {
      requests.add(request);
    }
    return requests;
  }

  /** A category counts as strongly as in the piece in which it is strongest. */
  private static List<Flag> merged(List<List<Flag>> ofPieces) {
    Map<String, Flag> strongest = new LinkedHashMap<>();
    for (var flags : ofPieces) {
      for (var flag : flags) {
        strongest.merge(flag.category(), flag, (a, b) -> strength(a) >= strength(b) ? a : b);
      }
    }
    return List.copyOf(strongest.values());
  }

  private static double strength(Flag flag) {
    OptionalDouble score = flag.score();
    return score.orElse(-1);
  }

  /** On a thread of its own, so that neither a silent provider nor a long rest holds up a stop. */
  private ModerationCalls.Answer answer(List<String> request) throws UserFacingException {
    var task = new FutureTask<>(() -> repeated.repeat(TRIES, () -> send(request)));
    Thread.ofPlatform().daemon().name("moderation").start(task);
    try {
      while (true) {
        try {
          return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (progress.isCancelled()) {
            throw new CancellationException();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CallFailure failure) {
        throw ModerationProblems.of(failure, name);
      }
      throw new IllegalStateException("looking at texts failed", e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private ModerationCalls.Answer send(List<String> request)
      throws CallFailure, InterruptedException {
    var rest = calls.takeRest();
    if (rest.isPresent()) {
      repeated.rest(1, rest);
    }
    return calls.send(request);
  }
}
