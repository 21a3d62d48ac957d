package studio.timbre.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import studio.timbre.checks.Look;
import studio.timbre.checks.LookedSet;
import studio.timbre.model.Progress;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.Looks;
import studio.timbre.store.Looks.Standing;
import studio.timbre.store.ToldTopics;

/**
 * What the checks know of those of a project's conversations that are trained on, compared with each other. After an act on some of them
 * these are looked at and nothing else; after one on tens of thousands everything is compared anew. Used by one thread at a time.
 */
final class KeptLooks {
  private final Looks looks;
  private final NewLooks fresh;
  private final ToldTopics told;
  private boolean topicsKnown;
  private Optional<LookedSet> kept = Optional.empty();
  private Optional<TrainingFilter> filter = Optional.empty();

  /** Touched, but not taken in so far. */
  private final Set<Long> waiting = new HashSet<>();

  private long arrangement;

  KeptLooks(Looks looks, ToldTopics told) {
    this.looks = looks;
    this.told = told;
    this.fresh = new NewLooks(looks);
  }

  /** How many conversations have to be looked at next. */
  long missing() {
    return looks.missing(CheckedTexts.VERSION);
  }

  /**
   * As the project is now.
   *
   * @param progress of the look at conversations that nobody has looked at; where it is cancelled, {@link CancellationException} is
   *     thrown, and what was looked at so far is kept
   */
  LookedSet fresh(TrainingFilter trained, Progress progress) {
    if (!filter.equals(Optional.of(trained))) {
      kept = Optional.empty();
    }
    var changes = looks.changes();
    if (changes.all()) {
      kept = Optional.empty();
    }
    waiting.addAll(changes.ids());
    fresh.look(progress);
    if (kept.isPresent()) {
      takeIn(kept.get(), trained, progress);
    } else {
      waiting.clear();
      kept = Optional.of(read(trained, progress));
      filter = Optional.of(trained);
    }
    tellTopics(kept.get());
    return kept.get();
  }

  /** What is known of topics stays until all are told: of half of them nobody can say which are rare. */
  private void tellTopics(LookedSet set) {
    if (!told.isComplete()) {
      return;
    }
    var moves = told.moves();
    if (!topicsKnown || moves.all()) {
      set.topics().forget();
      told.each((id, topic) -> set.topics().put(id, (int) topic));
    } else if (!moves.ids().isEmpty()) {
      told.each(moves.ids(), (id, topic) -> set.topics().put(id, (int) topic));
    }
    topicsKnown = true;
    set.topics().settle();
  }

  private LookedSet read(TrainingFilter trained, Progress progress) {
    arrangement = looks.arrangement();
    topicsKnown = false;
    var read = new LookedSet(Math.toIntExact(looks.count(trained.filter())));
    looks.each(
        trained.query(),
        (id, split, hash, look) -> {
          goOn(progress);
          read.add(id, split, hash, Look.of(look));
        });
    read.compare(() -> goOn(progress));
    return read;
  }

  private static void goOn(Progress progress) {
    if (progress.isCancelled()) {
      throw new CancellationException("looking for problems was cancelled");
    }
  }

  /** Reads those that were touched until nobody touches more meanwhile, as places hang on each other. */
  private void takeIn(LookedSet set, TrainingFilter trained, Progress progress) {
    List<Standing> standing = List.of();
    boolean settled = waiting.isEmpty();
    while (!settled) {
      standing = looks.standing(trained.filter(), waiting);
      var more = looks.changes();
      if (more.all()) {
        kept = Optional.empty();
        kept = Optional.of(read(trained, progress));
        waiting.clear();
        return;
      }
      settled = !waiting.addAll(more.ids()) && more.ids().isEmpty();
    }
    var touched = Set.copyOf(waiting);
    waiting.clear();
    if (!takeIn(set, touched, standing)) {
      kept = Optional.empty();
      kept = Optional.of(read(trained, progress));
    }
  }

  /** Answers false where it does not know the one before some. */
  private boolean takeIn(LookedSet set, Set<Long> touched, List<Standing> standing) {
    var looked = standing.stream().filter(one -> one.look().isPresent()).toList();
    // Of a text that has changed once more the look comes later.
    standing.stream().filter(one -> one.look().isEmpty()).map(Standing::id).forEach(waiting::add);
    long[] here = looked.stream().mapToLong(Standing::id).toArray();
    var staying = Arrays.stream(here).boxed().collect(Collectors.toSet());
    set.remove(touched.stream().filter(id -> !staying.contains(id)).mapToLong(id -> id).toArray());
    boolean moved = arrangement != looks.arrangement();
    arrangement = looks.arrangement();
    if (moved) {
      set.lift(here);
    }
    for (var one : looked) {
      if (one.behind().isPresent() && !set.contains(one.behind().getAsLong())) {
        return false;
      }
      put(set, one, moved);
    }
    return true;
  }

  private static void put(LookedSet set, Standing one, boolean lifted) {
    var look = Look.of(one.look().orElseThrow());
    if (!set.contains(one.id())) {
      set.insert(one.id(), one.behind(), one.split(), one.hash(), look);
      return;
    }
    if (lifted) {
      set.put(one.id(), one.behind());
    }
    set.change(one.id(), one.split(), one.hash(), look);
  }
}
