package studio.timbre.model.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Settles cell after cell, and keeps account of every one that somebody changed. */
final class Ledger {
  private final Choices choices;
  private final List<Difference> differences = new ArrayList<>();

  Ledger(Choices choices) {
    this.choices = choices;
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** What the cell holds in the end. */
  <T> T settle(Cell cell, T base, T ours, T theirs, Shape<T> shape) {
    boolean same = ours.equals(theirs);
    if (same && ours.equals(base)) {
      return ours;
    }
    var kind =
        same
            ? Difference.Kind.SAME
            : theirs.equals(base)
                ? Difference.Kind.OURS
                : ours.equals(base) ? Difference.Kind.THEIRS : Difference.Kind.CLASH;
    var difference =
        new Difference(
            cell,
            shape.show(base),
            shape.show(ours),
            shape.show(theirs),
            kind,
            kind == Difference.Kind.CLASH ? shape.ways(ours, theirs) : Set.of(),
            Optional.empty());
    return switch (kind) {
      case SAME, OURS -> keep(difference, ours);
      case THEIRS -> keep(difference, theirs);
      case CLASH -> choose(difference, ours, theirs, shape);
    };
  }

  /** How a clash is settled whose answers the caller knows; ours while nobody has settled it. */
  Choice.Kind clash(Cell cell, Value base, Value ours, Value theirs, Choice.Kind... ways) {
    var clash =
        new Difference(
            cell, base, ours, theirs, Difference.Kind.CLASH, Set.of(ways), Optional.empty());
    return settled(clash).map(Choice::kind).orElse(Choice.Kind.OURS);
  }

  private Optional<Choice> settled(Difference clash) {
    var choice = choices.of(clash).filter(made -> clash.ways().contains(made.kind()));
    differences.add(clash.settled(choice));
    return choice;
  }

  private <T> T choose(Difference clash, T ours, T theirs, Shape<T> shape) {
    var choice = settled(clash);
    return switch (choice.map(Choice::kind).orElse(Choice.Kind.OURS)) {
      case OURS -> ours;
      case THEIRS -> theirs;
      case BOTH -> shape.both(ours, theirs);
      case EDITED -> shape.read(choice.orElseThrow().text());
    };
  }

  private <T> T keep(Difference difference, T result) {
    differences.add(difference);
    return result;
  }

  /** Notes what was done to a cell that settles itself. */
  void note(Cell cell, Value base, Value ours, Value theirs, Difference.Kind kind) {
    differences.add(new Difference(cell, base, ours, theirs, kind, Set.of(), Optional.empty()));
  }

  /** Raw JSON by key, in the order of the side that changed the order. */
  Map<String, String> settle(
      Function<String, Cell> cell,
      Map<String, String> base,
      Map<String, String> ours,
      Map<String, String> theirs) {
    boolean untouched = List.copyOf(ours.keySet()).equals(List.copyOf(base.keySet()));
    var keys = new LinkedHashSet<>((untouched ? theirs : ours).keySet());
    keys.addAll((untouched ? ours : theirs).keySet());
    keys.addAll(base.keySet());
    var result = new LinkedHashMap<String, String>();
    for (var key : keys) {
      settle(
              cell.apply(key),
              Optional.ofNullable(base.get(key)),
              Optional.ofNullable(ours.get(key)),
              Optional.ofNullable(theirs.get(key)),
              Shape.maybe((String json) -> json))
          .ifPresent(json -> result.put(key, json));
    }
    return result;
  }
}
