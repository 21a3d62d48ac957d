package studio.timbre.app;

import java.util.List;
import java.util.stream.Stream;
import studio.timbre.checks.LookedSet;
import studio.timbre.checks.TextProblem;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.PassedFindings;

/** Tells the checks, which know kinds by their number, what somebody let pass. */
record Passing(PassedFindings passed, List<Kind> kinds) implements LookedSet.Passing {
  private record Kind(String name, int number) {}

  static Passing of(PassedFindings passed) {
    var forms = Stream.of(FormatProblem.values()).map(kind -> new Kind(kind.kind(), number(kind)));
    var texts = Stream.of(TextProblem.values()).map(kind -> new Kind(kind.kind(), kind.ordinal()));
    return new Passing(
        passed,
        Stream.concat(forms, texts).filter(kind -> passed.kinds().contains(kind.name())).toList());
  }

  /** By which {@link LookedSet} knows a kind. */
  static int number(FormatProblem kind) {
    return switch (kind) {
      case DUPLICATE -> LookedSet.COPY;
      case HELD_OUT_OVERLAP -> LookedSet.OVERLAP;
      case OVER_TOKEN_LIMIT -> LookedSet.MARKED;
      default -> LookedSet.FORM + kind.ordinal();
    };
  }

  @Override
  public long of(long id, long fingerprint) {
    long found = 0;
    for (var kind : kinds) {
      if (passed.has(kind.name(), id, fingerprint)) {
        found |= 1L << kind.number();
      }
    }
    return found;
  }
}
