package studio.timbre.model;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a conversation can hold. Projects keep these as bits, in this order: new ones stand last. */
public enum Holding {
  /** Instructions before everything else. */
  SYSTEM,
  DEVELOPER,
  USER,
  ASSISTANT,
  TOOL,
  FUNCTION,
  /** Definitions of tools. */
  TOOLS,
  /** Calls of tools. */
  CALLS,
  IMAGES,
  /** A preferred and a rejected answer. */
  PAIR,
  /** An answer that is not learned. */
  MUTED,
  /** Words of refusal. */
  REFUSAL;

  /** One bit each. */
  public static int bits(Collection<Holding> held) {
    return held.stream().mapToInt(Holding::bit).reduce(0, (all, bit) -> all | bit);
  }

  public static Set<Holding> of(int bits) {
    var held = EnumSet.noneOf(Holding.class);
    for (var holding : values()) {
      if ((bits & holding.bit()) != 0) {
        held.add(holding);
      }
    }
    return held;
  }

  public int bit() {
    return 1 << ordinal();
  }
}
