package studio.timbre.model.merge;

import java.util.Optional;
import java.util.TreeSet;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Review;

/**
 * Brings two changed forms of a conversation together, cell by cell: what one side alone changed is taken, what both changed alike
 * is taken once, and what both changed differently is a clash. Nothing of either side is dropped without being a clash.
 *
 * <p>To take one change of the past back, let the base be what it led to, and theirs what was before it.
 */
public final class ConversationMerge {
  private ConversationMerge() {}

  /** Empty stands for a conversation that is not there. */
  public static Merged merge(
      Optional<Curated> base, Optional<Curated> ours, Optional<Curated> theirs, Choices choices) {
    var ledger = new Ledger(choices);
    if (base.isPresent() && ours.isPresent() && theirs.isPresent()) {
      var result = merge(base.get(), ours.get(), theirs.get(), ledger);
      return new Merged(Optional.of(result), ledger.differences());
    }
    var result =
        ledger.settle(
            Cell.of(Cell.Part.CONVERSATION), base, ours, theirs, ConversationMerge::whole);
    return new Merged(result, ledger.differences());
  }

  private static Value whole(Optional<Curated> state) {
    return state
        .map(there -> new Value("", there.conversation().messages(), true))
        .orElse(Value.NOTHING);
  }

  private static Curated merge(Curated base, Curated ours, Curated theirs, Ledger ledger) {
    var status =
        ledger.settle(
            Cell.of(Cell.Part.STATUS),
            base.status(),
            ours.status(),
            theirs.status(),
            Shape.word(Enum::name));
    var split =
        ledger.settle(
            Cell.of(Cell.Part.SPLIT),
            base.split(),
            ours.split(),
            theirs.split(),
            Shape.word(Enum::name));
    var review = merge(base.review(), ours.review(), theirs.review(), ledger);
    var said = merge(base.conversation(), ours.conversation(), theirs.conversation(), ledger);
    return new Curated(status, split, said, review);
  }

  private static Review merge(Review base, Review ours, Review theirs, Ledger ledger) {
    int rating =
        ledger.settle(
            Cell.of(Cell.Part.RATING),
            base.rating(),
            ours.rating(),
            theirs.rating(),
            Shape.word(String::valueOf));
    var all = new TreeSet<>(base.tags());
    all.addAll(ours.tags());
    all.addAll(theirs.tags());
    var tags = new TreeSet<String>();
    for (var tag : all) {
      // There are only two values, so two that changed it changed it alike.
      boolean kept =
          ledger.settle(
              new Cell(Cell.Part.TAG, -1, tag),
              base.tags().contains(tag),
              ours.tags().contains(tag),
              theirs.tags().contains(tag),
              there -> there ? Value.of(tag) : Value.NOTHING);
      if (kept) {
        tags.add(tag);
      }
    }
    String note =
        ledger.settle(Cell.of(Cell.Part.NOTE), base.note(), ours.note(), theirs.note(), Shape.TEXT);
    String assignee =
        ledger.settle(
            Cell.of(Cell.Part.ASSIGNEE),
            base.assignee(),
            ours.assignee(),
            theirs.assignee(),
            Shape.word(name -> name));
    return new Review(rating, tags, note, assignee);
  }

  private static Conversation merge(
      Conversation base, Conversation ours, Conversation theirs, Ledger ledger) {
    var messages = MessageMerge.merge(base.messages(), ours.messages(), theirs.messages(), ledger);
    var extras =
        ledger.settle(
            key -> new Cell(Cell.Part.EXTRA, -1, key),
            base.extras(),
            ours.extras(),
            theirs.extras());
    return new Conversation(messages, extras);
  }
}
