package studio.timbre.checks;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import studio.timbre.model.Split;

/**
 * What is amiss among conversations, kept up to date: all looks are handed over in the order of the project and compared once, and from
 * then on one that comes, goes or changes costs itself and its neighbours. What is found hangs on the conversations alone and not on the
 * way by which they came. Keeps about 210 bytes of each. Used by one thread at a time.
 */
public final class LookedSet {
  /** Below so many conversations nothing is usual yet. */
  static final int FEWEST = 10;

  /** Behind the numbers of {@link TextProblem} kinds that are none: another says the same to the letter on the same side. */
  public static final int COPY = 29;

  /** Another says the same to the letter on the other side. */
  public static final int OVERLAP = 30;

  /** Something that whoever asks has found. */
  public static final int MARKED = 31;

  /** From here on what other rooms have found in a conversation, a bit each: see {@link Look#form}. */
  public static final int FORM = 32;

  private static final long OF_A_LOOK = ofALook();

  private final Columns columns;
  private final Sequence order;
  private final Findings findings = new Findings();
  private final Copies copies;
  private final Alike alike;
  private final Repeats repeats;
  private final Lengths lengths;
  private final Tongues tongues;
  private final UsedOpenings openings;
  private final TopicShares topics;
  private long[] marked = new long[0];
  private Passing passing = (id, fingerprint) -> 0;
  private int learned;

  /** Says which kinds somebody let pass in a text. */
  @FunctionalInterface
  public interface Passing {
    /** A bit for each, at the number of the kind. */
    long of(long id, long fingerprint);
  }

  /** @param expected how many conversations there will be, or about so */
  public LookedSet(int expected) {
    columns = new Columns(expected);
    order = new Sequence(expected);
    copies = new Copies(columns);
    alike = new Alike(columns, copies, findings);
    repeats = new Repeats(columns, copies, findings);
    lengths = new Lengths(columns, findings);
    tongues = new Tongues(columns, findings);
    openings = new UsedOpenings(columns, findings);
    topics = new TopicShares(columns, findings);
  }

  /** What is found in one conversation by itself. */
  private static long ofALook() {
    var ofTheSet =
        Set.of(
            TextProblem.HELD_OUT_LEAK,
            TextProblem.CONTRADICTING_ANSWERS,
            TextProblem.OTHER_LANGUAGE,
            TextProblem.NEAR_DUPLICATE,
            TextProblem.SAME_QUESTION,
            TextProblem.ANSWER_TOO_SHORT,
            TextProblem.ANSWER_TOO_LONG,
            TextProblem.OVERUSED_OPENING,
            TextProblem.RARE_TOPIC,
            TextProblem.DOMINANT_TOPIC);
    long mask = -1L << FORM;
    for (var problem : TextProblem.values()) {
      mask |= ofTheSet.contains(problem) ? 0 : 1L << problem.ordinal();
    }
    return mask;
  }

  /**
   * Takes a look at one conversation, behind all others, before they are compared.
   *
   * @param id told back with what was found
   * @param fingerprint the same for conversations that are the same to the letter
   */
  public void add(long id, Split split, long fingerprint, Look look) {
    int slot = columns.give(id);
    order.add(slot);
    take(slot, split, fingerprint, look);
    lengths.count(slot, 1);
    tongues.count(slot, 1);
    topics.count(slot, 1);
  }

  private void take(int slot, Split split, long fingerprint, Look look) {
    columns.put(slot, split, fingerprint, look);
    findings.reach(slot + 1);
    findings.letPass(slot, passing.of(columns.ids[slot], fingerprint));
    long found = look.form() << FORM;
    for (var problem : look.problems()) {
      found |= 1L << problem.ordinal();
    }
    findings.setAll(slot, OF_A_LOOK, found);
    learned += split == Split.TRAINING ? 1 : 0;
  }

  /** Compares all that were added; asked once. */
  public void compare() {
    compare(() -> {});
  }

  /**
   * As the other.
   *
   * @param goOn asked again and again, also by several threads: what it throws ends the comparison, and nothing is to be asked of this any
   *     more
   */
  public void compare(Runnable goOn) {
    copies.build(IntStream.range(0, columns.count).filter(columns::isThere).toArray());
    goOn.run();
    alike.build(goOn);
    goOn.run();
    repeats.build();
    goOn.run();
    openings.build();
    goOn.run();
    lengths.settle();
    tongues.settle();
  }

  public boolean contains(long id) {
    return columns.slot(id) >= 0;
  }

  public int size() {
    return order.count();
  }

  /** How many of them are trained on. */
  public int learned() {
    return learned;
  }

  /** One that is in here says something else, or stands on another side; it keeps its place. */
  public void change(long id, Split split, long fingerprint, Look look) {
    int slot = columns.slot(id);
    leave(slot);
    take(slot, split, fingerprint, look);
    enter(slot);
  }

  /**
   * One has come.
   *
   * @param behind the number of the one before it; empty where it is the first
   */
  public void insert(long id, OptionalLong behind, Split split, long fingerprint, Look look) {
    int slot = columns.give(id);
    place(slot, behind);
    take(slot, split, fingerprint, look);
    enter(slot);
  }

  /** Takes some out; what is not in here is passed over. */
  public void remove(long... ids) {
    var gone = slots(ids);
    order.removeAll(gone);
    gone.stream()
        .forEach(
            slot -> {
              leave(slot);
              findings.setAll(slot, -1L, 0);
              findings.letPass(slot, 0);
              columns.letGo(slot);
            });
    lengths.settle();
    tongues.settle();
    topics.settle();
  }

  private BitSet slots(long... ids) {
    var slots = new BitSet();
    for (long id : ids) {
      int slot = columns.slot(id);
      if (slot >= 0) {
        slots.set(slot);
      }
    }
    return slots;
  }

  /** Takes some from their places, until each is {@link #put}; what is not in here is passed over. */
  public void lift(long... ids) {
    order.removeAll(slots(ids));
  }

  /** Puts one that was lifted behind another. */
  public void put(long id, OptionalLong behind) {
    place(columns.slot(id), behind);
  }

  private void place(int slot, OptionalLong behind) {
    order.insert(behind.isPresent() ? order.place(columns.slot(behind.getAsLong())) + 1 : 0, slot);
  }

  private void enter(int slot) {
    copies.add(slot);
    alike.add(slot);
    repeats.add(slot);
    openings.come(slot);
    lengths.count(slot, 1);
    tongues.count(slot, 1);
    topics.count(slot, 1);
    lengths.tell(slot);
    tongues.tell(slot);
    topics.tell(slot);
    lengths.settle();
    tongues.settle();
    topics.settle();
  }

  private void leave(int slot) {
    alike.remove(slot);
    copies.remove(slot);
    repeats.remove(slot);
    openings.go(slot);
    lengths.count(slot, -1);
    tongues.count(slot, -1);
    topics.count(slot, -1);
    learned -= columns.isHeldOut(slot) ? 0 : 1;
    findings.setAll(slot, ~(1L << MARKED), 0);
  }

  /** What those that are in here are about. */
  public TopicShares topics() {
    return topics;
  }

  /** Marks these and no others: something that was found elsewhere. */
  public void mark(long... ids) {
    if (!Arrays.equals(marked, ids)) {
      mark(false, marked);
      marked = ids.clone();
    }
    // Those that have come since as well.
    mark(true, marked);
  }

  private void mark(boolean set, long... ids) {
    for (long id : ids) {
      int slot = columns.slot(id);
      if (slot >= 0) {
        findings.set(slot, MARKED, set);
      }
    }
  }

  /** What somebody let pass is not told from then on; all that was let pass before is. */
  public void letPass(Passing newPassing) {
    passing = newPassing;
    for (int slot = 0; slot < columns.count; slot++) {
      if (columns.isThere(slot)) {
        findings.letPass(slot, passing.of(columns.ids[slot], columns.fingerprints[slot]));
      }
    }
  }

  /** Those with a problem that nobody let pass, in the order of the project. */
  public List<Long> with(TextProblem problem) {
    return with(problem.ordinal());
  }

  /** As the other, by the number of the kind: that of a {@link TextProblem}, or one of those that are named here. */
  public List<Long> with(int kind) {
    int count = findings.told(kind);
    return count == 0
        ? List.of()
        : new FoundIds(
            count,
            new FoundIds.State(kind, findings.lend(), order.lend(), order.count(), columns.ids));
  }

  /** The fingerprint of what a conversation says; empty where it is not in here. */
  public OptionalLong fingerprint(long id) {
    int slot = columns.slot(id);
    return slot < 0 ? OptionalLong.empty() : OptionalLong.of(columns.fingerprints[slot]);
  }

  /** As they are now. */
  public Families families() {
    return Families.of(columns, copies, alike);
  }

  /** All that are trained on and in which a kind is not let pass, in the order of the project. */
  public List<Long> training(int kind) {
    return Arrays.stream(order.lend(), 0, order.count())
        .filter(slot -> !columns.isHeldOut(slot) && !findings.isPassed(slot, kind))
        .mapToObj(slot -> columns.ids[slot])
        .toList();
  }
}
