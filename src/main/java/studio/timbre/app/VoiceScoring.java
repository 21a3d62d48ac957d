package studio.timbre.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.Conversation;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.store.Traits.Unlooked;
import studio.timbre.store.VoiceGuides;
import studio.timbre.store.VoiceScores;
import studio.timbre.store.VoiceScores.Judged;
import studio.timbre.voice.VoiceScorer;

/** Keeps the scores of a project in step with its conversations and its guide, in the background. */
final class VoiceScoring implements AutoCloseable {
  private static final int BATCH = 250;
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final long REPORT_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private final VoiceGuides guides;
  private final WalkThrough<Judged> through;
  private final Function<VoiceGuide, VoiceScorer> makesScorer;
  private final Runnable learnFirst;
  private final Runnable moved;
  private final Listeners progress = new Listeners();
  private final QuietWork work = new QuietWork("voice", QUIET, this::run);
  private volatile boolean paused;
  private volatile VoiceStanding standing = new VoiceStanding(State.NO_GUIDE, 0, 0);
  private volatile Optional<InForce> inForce = Optional.empty();
  private long reported;

  /** A guide made ready. */
  private record InForce(GuideVersion version, VoiceScorer scorer) {
    long id() {
      return version.id();
    }

    boolean isEmpty() {
      return version.guide().isEmpty();
    }
  }

  /**
   * @param learnFirst asked for a first guide where there never was one
   * @param moved called now and then when scores have come
   */
  VoiceScoring(
      VoiceGuides guides,
      VoiceScores scores,
      Function<VoiceGuide, VoiceScorer> makesScorer,
      Runnable learnFirst,
      Runnable moved) {
    this.guides = guides;
    this.through = new WalkThrough<>(scores, BATCH, moved);
    this.makesScorer = makesScorer;
    this.learnFirst = learnFirst;
    this.moved = moved;
  }

  VoiceStanding standing() {
    return standing;
  }

  Subscription onProgress(Runnable listener) {
    return progress.add(listener);
  }

  void start() {
    work.start();
  }

  void pause() {
    paused = true;
  }

  void goOn() {
    paused = false;
    work.start();
  }

  List<AnswerVoice> judge(Conversation conversation) {
    return current()
        .filter(ready -> !ready.isEmpty())
        .map(ready -> ready.scorer().score(conversation))
        .orElse(List.of());
  }

  /** The guide in force, made ready once. */
  private Optional<InForce> current() {
    var version = guides.current();
    var known = inForce;
    if (!known.map(InForce::version).equals(version)) {
      known = version.map(found -> new InForce(found, makesScorer.apply(found.guide())));
      inForce = known;
    }
    return known;
  }

  private void run() {
    if (paused) {
      return;
    }
    if (guides.current().isEmpty()) {
      learnFirst.run();
    }
    boolean any = false;
    // Another guide may be put in force meanwhile: then its walk begins.
    for (var ready = current(); ready.isPresent() && goesOn(); ready = current()) {
      if (!judge(ready.get())) {
        break;
      }
      any = true;
    }
    if (any && work.isOpen()) {
      moved.run();
    }
  }

  private boolean goesOn() {
    return work.isOpen() && !paused;
  }

  /** Judges all that has no score of this guide; answers whether there was any. */
  private boolean judge(InForce guide) {
    var asked =
        new WalkThrough.InForce<Judged>(guide.id(), guide.isEmpty(), one -> judged(guide, one));
    long judged = through.go(asked, () -> goesOn() && isInForce(guide), this::watch);
    if (judged == 0) {
      report(new VoiceStanding(guide.isEmpty() ? State.NO_GUIDE : State.DONE, 0, 0), true);
    } else if (paused) {
      report(new VoiceStanding(State.PAUSED, judged, standing.total()), true);
    }
    return judged > 0;
  }

  private boolean isInForce(InForce guide) {
    return current().map(InForce::id).filter(id -> id == guide.id()).isPresent();
  }

  private void watch(long done, long total) {
    report(new VoiceStanding(State.JUDGING, done, total), done == 0);
  }

  private static Judged judged(InForce guide, Unlooked one) {
    if (guide.isEmpty()) {
      return new Judged(one, VoiceScores.UNJUDGED, 0);
    }
    var answers = guide.scorer().score(one.conversation());
    int score =
        answers.stream()
            .mapToInt(answer -> answer.score().points())
            .min()
            .orElse(VoiceScores.NO_ANSWER);
    int rules =
        answers.stream()
            .flatMap(answer -> answer.score().breaches().stream())
            .mapToInt(breach -> 1 << breach.kind().ordinal())
            .reduce(0, (first, second) -> first | second);
    return new Judged(one, score, rules);
  }

  private void report(VoiceStanding now, boolean atOnce) {
    boolean changed = !now.equals(standing);
    standing = now;
    if (changed && (atOnce || System.nanoTime() - reported > REPORT_EVERY_NANOS)) {
      reported = System.nanoTime();
      progress.tell();
    }
  }

  /** Begins nothing more; what is under way ends soon. */
  void stop() {
    work.stop();
  }

  /** Returns once the background is quiet. */
  @Override
  public void close() {
    work.close();
  }
}
