package studio.timbre.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.PackOrigin;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Merged;
import studio.timbre.store.PackMemory;
import studio.timbre.store.Packs;

/**
 * A review pack that came back, compared with what it was and with what we have now. Only numbers and titles of what differs are held;
 * texts are read when they are asked for. Choices are kept in the project as they are made, so that nothing is lost when it is
 * closed. Used by one thread at a time.
 */
public final class ReturnedPack implements AutoCloseable {
  private static final int REPORT_EVERY = 50;

  private final PackOrigin origin;
  private final PackContents theirs;
  private final Packs ours;
  private final PackMemory memory;
  private final Runnable changed;
  private final PackStates states;
  private List<PackEntry> entries = List.of();
  private PackCells cells = PackCells.NONE;
  private long changedByUs;
  private long changedByThem;
  private long[] theirOrder = {};
  private PackOrder order = PackOrder.NONE;

  ReturnedPack(
      PackOrigin origin, PackContents theirs, Packs ours, PackMemory memory, Runnable changed) {
    this.origin = origin;
    this.theirs = theirs;
    this.ours = ours;
    this.memory = memory;
    this.changed = changed;
    this.states = new PackStates(theirs, ours, memory);
  }

  /** Whom it was for, and when it was made. */
  public PackOrigin origin() {
    return origin;
  }

  /** What of it could not be read, or has no place; empty for packs. */
  public List<Refusal> notes() {
    return theirs.notes();
  }

  /** How a table was understood where its rows leave it open; empty for packs. */
  public Optional<SheetFigures> figures() {
    return theirs.figures();
  }

  /** What they did, clashes first, else in the order of the pack. */
  public List<PackEntry> entries() {
    return entries;
  }

  /** In how many conversations they changed something since last time. */
  public long changedByThem() {
    return changedByThem;
  }

  /** In how many conversations of the pack we did. */
  public long changedByUs() {
    return changedByUs;
  }

  /** What comes from whom in all of the pack, beside the clashes. */
  public PackCells cells() {
    return cells;
  }

  /** Cells that both changed. */
  public int clashes() {
    return entries.stream().mapToInt(PackEntry::clashes).sum();
  }

  /** Clashes that nobody has settled. */
  public int open() {
    return entries.stream().mapToInt(PackEntry::open).sum();
  }

  /** Compares everything anew. */
  public synchronized void look(Progress progress) {
    states.lookAgain();
    theirOrder = theirs.order();
    var ids = new LinkedHashSet<Long>();
    LongStream.of(theirOrder).forEach(ids::add);
    LongStream.of(theirs.packed()).forEach(ids::add);
    ids.addAll(memory.known());
    var found = new ArrayList<PackEntry>();
    var mapped = new HashMap<Long, Long>();
    var sum = PackCells.NONE;
    long byUs = 0;
    long byThem = 0;
    int done = 0;
    for (long id : ids) {
      ReviewPacks.stopIfCancelled(progress);
      if (done++ % REPORT_EVERY == 0) {
        progress.report(done, ids.size());
      }
      var three = states.three(id);
      three.ourId().ifPresent(known -> mapped.put(known, id));
      var mine = states.ours(three.ourId());
      var merged = states.merge(three, mine);
      sum = sum.plus(PackCells.of(merged));
      byUs += merged.changedByUs() ? 1 : 0;
      byThem += merged.changedByThem() ? 1 : 0;
      if (!three.base().equals(three.theirs())) {
        found.add(entry(three, mine, merged));
      }
    }
    orderEntry(order(mapped)).ifPresent(found::add);
    cells = sum;
    changedByUs = byUs;
    changedByThem = byThem;
    found.sort((one, other) -> Boolean.compare(other.clashes() > 0, one.clashes() > 0));
    entries = List.copyOf(found);
    progress.report(ids.size(), ids.size());
  }

  private static PackEntry entry(PackStates.Three three, Optional<Curated> mine, Merged merged) {
    var kind =
        three.theirs().isEmpty()
            ? PackEntry.Kind.DELETED
            : three.base().isEmpty()
                ? PackEntry.Kind.ADDED
                : merged.result().equals(mine) && merged.clashes().isEmpty()
                    ? PackEntry.Kind.SAME
                    : PackEntry.Kind.CHANGED;
    String title =
        three
            .theirs()
            .or(() -> mine)
            .or(three::base)
            .map(state -> state.conversation().question())
            .orElse("");
    return new PackEntry(
        three.id(),
        three.ourId(),
        title,
        kind,
        PackCells.of(merged),
        merged.clashes().size(),
        merged.open().size());
  }

  /** @param mapped numbers in the pack by our numbers */
  private PackOrder order(Map<Long, Long> mapped) {
    var base = memory.lastOrder().orElseGet(theirs::packed);
    var mine = LongStream.of(ours.order()).filter(mapped::containsKey).map(mapped::get).toArray();
    return PackOrder.of(base, mine, theirOrder);
  }

  private Optional<PackEntry> orderEntry(PackOrder newOrder) {
    order = newOrder;
    var difference = orderDifference();
    if (difference.kind() != Difference.Kind.THEIRS && !difference.isClash()) {
      return Optional.empty();
    }
    return Optional.of(
        new PackEntry(
            PackEntry.ORDER,
            OptionalLong.empty(),
            "",
            PackEntry.Kind.ORDER,
            PackCells.NONE,
            difference.isClash() ? 1 : 0,
            difference.isOpen() ? 1 : 0));
  }

  private Difference orderDifference() {
    var difference = order.difference(states::title);
    return difference.isClash()
        ? difference.settled(states.chosen(PackEntry.ORDER).of(difference))
        : difference;
  }

  /** Every cell of a conversation that somebody changed, with the choices made so far. */
  public synchronized Merged merged(PackEntry entry) {
    if (entry.kind() == PackEntry.Kind.ORDER) {
      return new Merged(Optional.empty(), List.of(orderDifference()));
    }
    var three = states.three(entry.pack());
    return states.merge(three, states.ours(three.ourId()));
  }

  /** Settles a clash; kept until the pack is merged. */
  public synchronized void choose(PackEntry entry, Difference clash, Choice choice) {
    states.choose(entry.pack(), clash, choice);
    recount(entry);
  }

  /** Settles every clash that nobody has settled yet. */
  public synchronized void chooseAll(Choice choice) {
    for (var entry : entries) {
      if (entry.open() > 0) {
        for (var clash : merged(entry).open()) {
          states.choose(entry.pack(), clash, choice);
        }
        recount(entry);
      }
    }
  }

  private void recount(PackEntry entry) {
    int open = merged(entry).open().size();
    entries =
        entries.stream()
            .map(each -> each.pack() == entry.pack() ? each.withOpen(open) : each)
            .toList();
  }

  /**
   * Brings everything together as one step of undo, as chosen. What we changed since {@link #look} is seen: where that makes a new
   * clash nothing is done.
   *
   * @throws UserFacingException where clashes are open
   */
  public synchronized void apply(Progress progress) throws UserFacingException {
    try {
      if (open() > 0) {
        throw new PackApplication.NewClash();
      }
      states.lookAgain();
      var moved = takesTheirOrder() ? order.movedToTheirs() : Set.<Long>of();
      var application = new PackApplication(states, entries, theirOrder, ours.order(), moved);
      memory.merge(theirOrder, pen -> application.apply(pen, progress));
    } catch (PackApplication.NewClash open) {
      look(Progress.NONE);
      throw new UserFacingException(
          "error.pack.open",
          "%d clashes are not settled, so nothing was merged. Choose what is to stay, and merge again."
              .formatted(open()),
          open,
          open());
    }
    changed.run();
    states.forgetChoices();
    look(Progress.NONE);
  }

  private boolean takesTheirOrder() {
    var difference = orderDifference();
    return difference.kind() == Difference.Kind.THEIRS
        || difference.choice().filter(choice -> choice.kind() == Choice.Kind.THEIRS).isPresent();
  }

  /** Lets the file go; choices stay kept in the project. */
  @Override
  public synchronized void close() {
    theirs.close();
  }
}
