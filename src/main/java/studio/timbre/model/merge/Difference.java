package studio.timbre.model.merge;

import java.util.Optional;
import java.util.Set;

/**
 * A cell that one side changed, or both.
 *
 * @param base what stood there when the two parted
 * @param ours what stands there with us
 * @param theirs what stands there with them
 * @param kind who changed it
 * @param ways how a clash can be settled; empty where it is none
 * @param choice how it was settled
 */
public record Difference(
    Cell cell,
    Value base,
    Value ours,
    Value theirs,
    Kind kind,
    Set<Choice.Kind> ways,
    Optional<Choice> choice) {

  /** Who changed a cell. */
  public enum Kind {
    OURS,
    THEIRS,
    /** Both, alike. */
    SAME,
    /** Both, each in another way. */
    CLASH
  }

  public Difference {
    ways = Set.copyOf(ways);
  }

  public boolean isClash() {
    return kind == Kind.CLASH;
  }

  /** A clash that nobody has settled. */
  public boolean isOpen() {
    return isClash() && choice.isEmpty();
  }

  /** With another choice. */
  public Difference settled(Optional<Choice> newChoice) {
    return new Difference(cell, base, ours, theirs, kind, ways, newChoice);
  }

  /** The same for the same three values in every run of the program: a choice holds for as long as it stays. */
  public String print() {
    return Integer.toHexString(base.print().hashCode())
        + Integer.toHexString(ours.print().hashCode())
        + Integer.toHexString(theirs.print().hashCode());
  }
}
