package studio.timbre.ui.hear;

import java.util.List;
import java.util.Optional;

/**
 * A question and what the voices make of it.
 *
 * @param ours what we wrote ourselves, for a held-out question
 * @param speeches one of each voice, in their order on the screen
 */
record Round(String prompt, Optional<String> ours, List<Speech> speeches) {

  boolean isUnderWay() {
    return speeches.stream().anyMatch(Speech::isUnderWay);
  }

  void stop() {
    speeches.forEach(Speech::stop);
  }
}
