package studio.timbre.app;

import java.util.Optional;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.TokenizerFamily;

/** Counters of tokenizers that are on this computer. */
@FunctionalInterface
interface FamilyCounters {
  /** Where there is nothing but what Timbre carries itself. */
  FamilyCounters NONE = _ -> Optional.empty();

  Optional<RangeCounter> of(TokenizerFamily family);
}
