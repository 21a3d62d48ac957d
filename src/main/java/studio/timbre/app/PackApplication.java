package studio.timbre.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import studio.timbre.app.PackStates.Three;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.store.PackMemory.Returned;

/**
 * Writes what is brought together into the project, as part of one act.
 *
 * @param theirOrder numbers in the pack, in its order
 * @param ourOrder our numbers, in our order
 * @param moved numbers in the pack of what has to go elsewhere
 */
record PackApplication(
    PackStates states,
    List<PackEntry> entries,
    long[] theirOrder,
    long[] ourOrder,
    Set<Long> moved) {
  private static final int REPORT_EVERY = 50;

  /** Ends an act in which a clash turned up that nobody has settled. */
  static final class NewClash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Answers how each conversation of the pack was. */
  List<Returned> apply(Pen pen, Progress progress) {
    var returned = new HashMap<Long, Returned>();
    var added = new HashMap<Long, Curated>();
    int done = 0;
    for (var entry : entries) {
      ReviewPacks.stopIfCancelled(progress);
      if (done++ % REPORT_EVERY == 0) {
        progress.report(done, entries.size());
      }
      if (entry.kind() != PackEntry.Kind.ORDER) {
        var three = states.three(entry.pack());
        returned.put(three.id(), new Returned(three.id(), three.ourId(), three.theirs()));
        change(pen, three).ifPresent(curated -> added.put(three.id(), curated));
      }
    }
    place(pen, added, returned);
    return List.copyOf(returned.values());
  }

  /** Answers what is still to be added. */
  private Optional<Curated> change(Pen pen, Three three) {
    var mine =
        three.ourId().isPresent() ? pen.find(three.ourId().getAsLong()) : Optional.<Curated>empty();
    var merged = states.merge(three, mine);
    if (!merged.open().isEmpty()) {
      throw new NewClash();
    }
    if (mine.isPresent()) {
      long id = three.ourId().getAsLong();
      merged.result().ifPresentOrElse(result -> pen.put(id, result), () -> pen.delete(id));
      return Optional.empty();
    }
    return merged.result();
  }

  /** Walks along their order: what is new follows what it follows there, and so does what they moved. */
  private void place(Pen pen, Map<Long, Curated> added, Map<Long, Returned> returned) {
    if (moved.isEmpty() && added.isEmpty()) {
      return;
    }
    var place = beforeTheFirst();
    for (long id : theirOrder) {
      var curated = added.get(id);
      var known = states.three(id).ourId();
      if (curated != null) {
        long ourId = pen.add(curated, place);
        returned.put(id, new Returned(id, OptionalLong.of(ourId), returned.get(id).state()));
        place = Place.behind(ourId);
      } else if (known.isPresent() && pen.find(known.getAsLong()).isPresent()) {
        if (moved.contains(id)) {
          pen.move(known.getAsLong(), place);
        }
        place = Place.behind(known.getAsLong());
      }
    }
  }

  /** Where the first of theirs goes: before the first that we have of the pack. */
  private Place beforeTheFirst() {
    var known = new HashSet<Long>();
    LongStream.of(theirOrder).forEach(id -> states.three(id).ourId().ifPresent(known::add));
    long[] all = ourOrder;
    for (int i = 0; i < all.length; i++) {
      if (known.contains(all[i])) {
        return i == 0 ? Place.start() : Place.behind(all[i - 1]);
      }
    }
    return Place.end();
  }
}
