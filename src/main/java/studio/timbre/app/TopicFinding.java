package studio.timbre.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import studio.timbre.app.TopicStanding.State;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.topics.TopicSet;
import studio.timbre.store.Conversations;
import studio.timbre.store.ToldTopics.Told;
import studio.timbre.store.Topics;
import studio.timbre.store.Topics.Found;
import studio.timbre.topics.Succession;
import studio.timbre.topics.TopicFinder;
import studio.timbre.topics.TopicSample;
import studio.timbre.topics.TopicTeller;

/** Keeps the topics of a project in step with its conversations, in the background: finds them, and tells each conversation its own. */
final class TopicFinding implements AutoCloseable {
  private static final int BATCH = 500;
  private static final Duration QUIET = Duration.ofMillis(600);
  private static final long REPORT_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  /** Where there are so many times as many conversations as when topics were found, they are found anew. */
  private static final int GROWN = 2;

  private final Topics topics;
  private final WalkThrough<Told> through;
  private final Conversations conversations;
  private final Runnable moved;
  private final Listeners progress = new Listeners();
  private final QuietWork work = new QuietWork("topics", QUIET, this::run);
  private volatile boolean paused;
  private volatile boolean asked;
  private volatile TopicStanding standing = new TopicStanding(State.NONE, 0, 0);
  private Optional<Ready> inForce = Optional.empty();
  private long reported;

  /** Topics made ready to tell conversations theirs. */
  private record Ready(long id, TopicTeller teller) {}

  /** @param moved called when topics were found, and now and then when conversations were told theirs */
  TopicFinding(Topics topics, Conversations conversations, Runnable moved) {
    this.topics = topics;
    this.through = new WalkThrough<>(topics.told(), BATCH, moved);
    this.conversations = conversations;
    this.moved = moved;
  }

  TopicStanding standing() {
    return standing;
  }

  Subscription onProgress(Runnable listener) {
    return progress.add(listener);
  }

  void start() {
    work.start();
  }

  /** Finds topics anew, whatever there is. */
  void ask() {
    asked = true;
    goOn();
  }

  void pause() {
    paused = true;
  }

  void goOn() {
    paused = false;
    work.start();
  }

  private void run() {
    if (!paused) {
      bring(() -> work.isOpen() && !paused);
    }
  }

  /**
   * Does on this thread what is to be done; returns when all is told.
   *
   * @throws CancellationException where it is cancelled; what was told stays
   */
  void finish(Progress watched) {
    var watching = onProgress(() -> watched.report(standing.done(), standing.total()));
    try {
      bring(() -> !watched.isCancelled());
    } finally {
      watching.close();
    }
    if (watched.isCancelled()) {
      throw new CancellationException("telling topics was cancelled");
    }
  }

  /** One at a time. */
  private synchronized void bring(BooleanSupplier goesOn) {
    boolean any = findWhereDue(goesOn);
    for (var ready = current(); goesOn.getAsBoolean() && tell(ready, goesOn); ready = current()) {
      any = true;
    }
    if (any && work.isOpen()) {
      moved.run();
    }
  }

  /** Answers whether it has found topics. */
  private boolean findWhereDue(BooleanSupplier goesOn) {
    long all = conversations.totals(ConversationQuery.ALL, "").conversations();
    var among = topics.foundAmong();
    boolean grown = among.isEmpty() || all >= GROWN * among.getAsLong();
    if (!asked && (!grown || all < TopicFinder.FEWEST)) {
      return false;
    }
    report(new TopicStanding(State.FINDING, 0, 0), true);
    var sample = new TopicSample();
    topics.sample(TopicSample.MOST, sample::add, goesOn);
    var found = find(sample, goesOn);
    if (found.isEmpty()) {
      report(new TopicStanding(State.PAUSED, 0, 0), true);
      return false;
    }
    asked = false;
    var known = topics.current().map(Found::set).orElse(TopicSet.NONE);
    topics.put(Succession.of(known, found.get(), topics.free()), all);
    return true;
  }

  /** Empty where it was called off meanwhile. */
  private static Optional<TopicSet> find(TopicSample sample, BooleanSupplier goesOn) {
    try {
      return Optional.of(
          TopicFinder.find(
              sample,
              () -> {
                if (!goesOn.getAsBoolean()) {
                  throw new CancellationException("finding topics was called off");
                }
              }));
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }

  /** Those in force, made ready once. */
  private Optional<Ready> current() {
    long newest = topics.newest();
    if (newest == 0) {
      return Optional.empty();
    }
    if (inForce.filter(ready -> ready.id() == newest).isEmpty()) {
      inForce = topics.current().map(found -> new Ready(found.id(), new TopicTeller(found.set())));
    }
    return inForce;
  }

  /** Tells all that are not told; answers whether there was any. */
  private boolean tell(Optional<Ready> current, BooleanSupplier goesOn) {
    if (current.isEmpty()) {
      report(new TopicStanding(State.NONE, 0, 0), true);
      return false;
    }
    var ready = current.get();
    var asked =
        new WalkThrough.InForce<Told>(
            ready.id(), false, one -> new Told(one, ready.teller().of(one.conversation())));
    long told = through.go(asked, goesOn, this::watch);
    if (told == 0) {
      report(new TopicStanding(ready.teller().knowsAny() ? State.DONE : State.NONE, 0, 0), true);
    } else if (paused) {
      report(new TopicStanding(State.PAUSED, told, standing.total()), true);
    }
    return told > 0;
  }

  private void watch(long done, long total) {
    report(new TopicStanding(State.TELLING, done, total), done == 0);
  }

  private void report(TopicStanding now, boolean atOnce) {
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
