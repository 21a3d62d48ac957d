package studio.timbre.dataset;

import java.util.Optional;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.Conversation;

/** What a conversation becomes in a file that a provider trains on. */
public sealed interface SentLine permits SupervisedLine, PreferenceLine, ReinforcementLine {

  /** The way of a method. */
  static SentLine of(ApiMethod method) {
    return switch (method) {
      case ApiMethod.Supervised _ -> new SupervisedLine();
      case ApiMethod.Preference _ -> new PreferenceLine();
      case ApiMethod.Reinforcement _ -> new ReinforcementLine();
    };
  }

  /** One line of JSON without its line break; empty where the method has no use for such a conversation. */
  Optional<String> write(Conversation conversation);
}
