package studio.timbre.voice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceRule;

/** Learns how the country spells whose language answers are written in. */
final class VarietyLearner {
  private final Map<Variety, Integer> keeping = new EnumMap<>(Variety.class);
  private final Map<String, Integer> telling = new TreeMap<>();

  void accept(Judged answer) {
    for (var one : List.of(Variety.BRITISH, Variety.BRAZILIAN)) {
      boolean first = VarietyWords.has(answer.text(), one);
      boolean second = VarietyWords.has(answer.text(), one.other());
      // Asked last: to tell the language takes longer.
      if ((first || second) && answer.language().equals(one.language())) {
        telling.merge(one.language(), 1, Integer::sum);
        if (first != second) {
          keeping.merge(first ? one : one.other(), 1, Integer::sum);
        }
      }
    }
  }

  /**
   * A rule for each language of which the answers tell enough.
   *
   * @param fewest answers that must tell
   * @param share of them that must spell in one way
   */
  List<LearnedRule> rules(int fewest, double share) {
    return Stream.of(Variety.values()).flatMap(one -> rule(one, fewest, share).stream()).toList();
  }

  private Optional<LearnedRule> rule(Variety variety, int fewest, double share) {
    int kept = keeping.getOrDefault(variety, 0);
    int of = telling.getOrDefault(variety.language(), 0);
    return kept >= fewest && kept >= share * of
        ? Optional.of(new LearnedRule(new VoiceRule.Spelling(Set.of(variety)), kept, of))
        : Optional.empty();
  }
}
