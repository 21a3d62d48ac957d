package studio.timbre.model.merge;

import java.util.List;
import java.util.Optional;
import studio.timbre.model.Curated;

/**
 * What becomes of a conversation when two forms of it are brought together.
 *
 * @param result with every clash settled as chosen, and open ones left as ours; empty where it is gone
 * @param differences every cell that somebody changed
 */
public record Merged(Optional<Curated> result, List<Difference> differences) {
  public Merged {
    differences = List.copyOf(differences);
  }

  public List<Difference> clashes() {
    return differences.stream().filter(Difference::isClash).toList();
  }

  /** Clashes that nobody has settled. */
  public List<Difference> open() {
    return differences.stream().filter(Difference::isOpen).toList();
  }

  /** Whether we changed something in a way of our own. */
  public boolean changedByUs() {
    return has(Difference.Kind.OURS);
  }

  public boolean changedByThem() {
    return has(Difference.Kind.THEIRS);
  }

  private boolean has(Difference.Kind kind) {
    return differences.stream()
        .anyMatch(each -> each.kind() == kind || each.kind() == Difference.Kind.CLASH);
  }
}
