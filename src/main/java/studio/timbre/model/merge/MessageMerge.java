package studio.timbre.model.merge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.timbre.model.Message;

/**
 * Brings two changed forms of a list of messages together. Messages that both still have give the frame; what each added or kept
 * beyond them follows the message that it followed. What both put behind the same message, each in its own words, is a clash, as is
 * a message that one changed or moved and the other removed. Where it is not sure which message became which, and both sides touched
 * it, all messages are one clash.
 */
final class MessageMerge {
  private final List<Message> base;
  private final Half ours;
  private final Half theirs;
  private final Ledger ledger;
  private final BitSet common = new BitSet();

  private MessageMerge(
      List<Message> base, List<Message> ours, List<Message> theirs, Ledger ledger) {
    this.base = base;
    this.ours = Half.of(base, ours);
    this.theirs = Half.of(base, theirs);
    this.ledger = ledger;
    IntStream.range(0, base.size())
        .filter(index -> this.ours.has(index) && this.theirs.has(index))
        .forEach(common::set);
  }

  static List<Message> merge(
      List<Message> base, List<Message> ours, List<Message> theirs, Ledger ledger) {
    var merge = new MessageMerge(base, ours, theirs, ledger);
    return merge.isCertain()
        ? merge.merge()
        : ledger.settle(Cell.of(Cell.Part.MESSAGES), base, ours, theirs, Value::of);
  }

  private boolean isCertain() {
    return !ours.isUncertainBeside(theirs) && !theirs.isUncertainBeside(ours);
  }

  private List<Message> merge() {
    noteBothRemoved();
    var result = new ArrayList<>(gap(-1));
    for (int index : order()) {
      result.add(settle(index));
      result.addAll(gap(index));
    }
    return result;
  }

  private void noteBothRemoved() {
    for (int index = 0; index < base.size(); index++) {
      if (!ours.has(index) && !theirs.has(index)) {
        ledger.note(
            Cell.of(Cell.Part.MESSAGE, index),
            shown(List.of(index)),
            Value.NOTHING,
            Value.NOTHING,
            Difference.Kind.SAME);
      }
    }
  }

  private List<Integer> order() {
    return ledger.settle(
        Cell.of(Cell.Part.ORDER),
        common.stream().boxed().toList(),
        frame(ours),
        frame(theirs),
        this::shown);
  }

  private List<Integer> frame(Half half) {
    return IntStream.of(half.alignment().order()).filter(common::get).boxed().toList();
  }

  private Value shown(List<Integer> indices) {
    return Value.of(indices.stream().map(base::get).toList());
  }

  /** What follows a message that both have, -1 for the start: what only one of them has. */
  private List<Message> gap(int behind) {
    var here = new Gap(ours, behind, true);
    var there = new Gap(theirs, behind, false);
    int most = Math.min(here.added.size(), there.added.size());
    int start = 0;
    while (start < most && here.added.get(start).equals(there.added.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start && last(here.added, end).equals(last(there.added, end))) {
      end++;
    }
    var cell = Cell.of(Cell.Part.ADDED, behind);
    noteSame(cell, here.added.subList(0, start));
    noteSame(cell, here.added.subList(here.added.size() - end, here.added.size()));
    var mine = List.copyOf(here.added.subList(start, here.added.size() - end));
    var others = List.copyOf(there.added.subList(start, there.added.size() - end));
    boolean keepMine = true;
    boolean keepOthers = true;
    if (!mine.isEmpty() && !others.isEmpty()) {
      var kept =
          ledger.clash(
              cell,
              Value.NOTHING,
              Value.of(mine),
              Value.of(others),
              Choice.Kind.OURS,
              Choice.Kind.THEIRS,
              Choice.Kind.BOTH);
      keepMine = kept != Choice.Kind.THEIRS;
      keepOthers = kept != Choice.Kind.OURS;
    } else if (!mine.isEmpty()) {
      ledger.note(cell, Value.NOTHING, Value.of(mine), Value.NOTHING, Difference.Kind.OURS);
    } else if (!others.isEmpty()) {
      ledger.note(cell, Value.NOTHING, Value.NOTHING, Value.of(others), Difference.Kind.THEIRS);
    }
    var result = here.laidOut(start, keepMine, end, true);
    var other = there.laidOut(start, keepOthers, end, false);
    // What both added alike at the end stays at the end.
    int tail = here.tail(end);
    result.addAll(result.size() - tail, other);
    return result;
  }

  private void noteSame(Cell cell, List<Message> added) {
    if (!added.isEmpty()) {
      ledger.note(cell, Value.NOTHING, Value.of(added), Value.of(added), Difference.Kind.SAME);
    }
  }

  private static Message last(List<Message> list, int fromEnd) {
    return list.get(list.size() - 1 - fromEnd);
  }

  /** What one side alone has behind a message that both have. */
  private final class Gap {
    /** Messages that came from nowhere, in order; of the others, which survive. */
    private final List<Message> added = new ArrayList<>();

    private final List<Optional<Message>> laid = new ArrayList<>();

    private Gap(Half half, int behind, boolean isOurs) {
      int from = behind < 0 ? 0 : half.alignment().sideOf(behind) + 1;
      for (int i = from; i < half.messages().size(); i++) {
        int origin = half.alignment().baseOf(i);
        if (origin >= 0 && common.get(origin)) {
          break;
        }
        if (origin < 0) {
          added.add(half.messages().get(i));
          laid.add(Optional.empty());
        } else if (survives(half, origin, isOurs)) {
          laid.add(Optional.of(half.messages().get(i)));
        }
      }
    }

    /**
     * The messages in order: of those that both added only when {@code shared}, those that this side alone added when {@code own}.
     */
    private List<Message> laidOut(int start, boolean own, int end, boolean shared) {
      var result = new ArrayList<Message>();
      int number = 0;
      for (var each : laid) {
        if (each.isPresent()) {
          result.add(each.get());
        } else {
          boolean isOwn = number >= start && number < added.size() - end;
          if (isOwn ? own : shared) {
            result.add(added.get(number));
          }
          number++;
        }
      }
      return result;
    }

    /** How many messages stand from the first of the last {@code end} added ones on. */
    private int tail(int end) {
      int count = 0;
      int left = end;
      for (int i = laid.size() - 1; i >= 0 && left > 0; i--) {
        count++;
        left -= laid.get(i).isEmpty() ? 1 : 0;
      }
      return count;
    }
  }

  /** A message that {@code half} has and the other side removed: it goes, unless it was changed here. */
  private boolean survives(Half half, int index, boolean isOurs) {
    var before = base.get(index);
    var cell = Cell.of(Cell.Part.MESSAGE, index);
    var kept = Value.of(List.of(half.of(index)));
    var was = Value.of(List.of(before));
    if (!half.touched(index)) {
      ledger.note(
          cell,
          was,
          isOurs ? kept : Value.NOTHING,
          isOurs ? Value.NOTHING : kept,
          isOurs ? Difference.Kind.THEIRS : Difference.Kind.OURS);
      return false;
    }
    var chosen =
        ledger.clash(
            cell,
            was,
            isOurs ? kept : Value.NOTHING,
            isOurs ? Value.NOTHING : kept,
            Choice.Kind.OURS,
            Choice.Kind.THEIRS);
    return isOurs == (chosen == Choice.Kind.OURS);
  }

  /** A message that both have. */
  private Message settle(int index) {
    var before = base.get(index);
    var mine = ours.of(index);
    var other = theirs.of(index);
    return new Message(
        ledger.settle(
            Cell.of(Cell.Part.ROLE, index),
            before.role(),
            mine.role(),
            other.role(),
            Shape.word(role -> role.name())),
        ledger.settle(
            Cell.of(Cell.Part.TEXT, index),
            before.content(),
            mine.content(),
            other.content(),
            Shape.CONTENT),
        ledger.settle(
            Cell.of(Cell.Part.NAME, index),
            before.name(),
            mine.name(),
            other.name(),
            Shape.maybe(name -> name)),
        ledger.settle(
            Cell.of(Cell.Part.WEIGHT, index),
            before.weight(),
            mine.weight(),
            other.weight(),
            MessageMerge::weight),
        ledger.settle(
            key -> new Cell(Cell.Part.MESSAGE_EXTRA, index, key),
            before.extras(),
            mine.extras(),
            other.extras()));
  }

  private static Value weight(OptionalInt weight) {
    return weight.isPresent() ? Value.of(String.valueOf(weight.getAsInt())) : Value.NOTHING;
  }
}
