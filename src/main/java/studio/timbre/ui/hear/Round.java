package studio.timbre.ui.hear;

import java.util.Optional;

/**
 * A question and what the voices make of it.
 *
 * @param ours what we wrote ourselves, for a held-out question
 * @param base the untuned voice
 * @param tuned the tuned one, where there is one
 */
record Round(String prompt, Optional<String> ours, Speech base, Optional<Speech> tuned) {

  boolean isUnderWay() {
    return base.isUnderWay() || tuned.map(Speech::isUnderWay).orElse(false);
  }

  void stop() {
    base.stop();
    tuned.ifPresent(Speech::stop);
  }
}
