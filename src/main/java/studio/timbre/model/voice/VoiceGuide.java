package studio.timbre.model.voice;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a brand sounds, in rules that people write, read and change.
 *
 * @param rules at most one of each kind
 * @param weights how much some count; the others count as usual
 */
public record VoiceGuide(Map<VoiceKind, VoiceRule> rules, Map<VoiceKind, VoiceWeight> weights) {
  /** Asks for nothing. */
  public static final VoiceGuide NONE = new VoiceGuide(Map.of(), Map.of());

  public VoiceGuide {
    rules = ordered(rules);
    weights = ordered(weights);
  }

  private static <T> Map<VoiceKind, T> ordered(Map<VoiceKind, T> map) {
    var copy = new EnumMap<VoiceKind, T>(VoiceKind.class);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }

  /** In the order of their kinds. */
  public Collection<VoiceRule> all() {
    return rules.values();
  }

  public Optional<VoiceRule> rule(VoiceKind kind) {
    return Optional.ofNullable(rules.get(kind));
  }

  /** The rule of a type, if there is one. */
  public <R extends VoiceRule> Optional<R> rule(Class<R> type) {
    return rules.values().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  public VoiceWeight weight(VoiceKind kind) {
    return weights.getOrDefault(kind, kind.usual());
  }

  /** Whether no answer can break it. */
  public boolean isEmpty() {
    return rules.values().stream().allMatch(VoiceRule::isEmpty);
  }

  /** With a rule in place of the one of its kind. */
  public VoiceGuide with(VoiceRule rule) {
    var changed = new EnumMap<VoiceKind, VoiceRule>(VoiceKind.class);
    changed.putAll(rules);
    changed.put(rule.kind(), rule);
    return new VoiceGuide(changed, weights);
  }

  /** With what a rule asks for besides: see {@link VoiceRule#with}. */
  public VoiceGuide taking(VoiceRule rule) {
    return with(rule(rule.kind()).map(ours -> ours.with(rule)).orElse(rule));
  }

  public VoiceGuide without(VoiceKind kind) {
    var changed = new EnumMap<VoiceKind, VoiceRule>(VoiceKind.class);
    changed.putAll(rules);
    changed.remove(kind);
    return new VoiceGuide(changed, weights);
  }

  public VoiceGuide withWeight(VoiceKind kind, VoiceWeight weight) {
    var changed = new EnumMap<VoiceKind, VoiceWeight>(VoiceKind.class);
    changed.putAll(weights);
    if (weight == kind.usual()) {
      changed.remove(kind);
    } else {
      changed.put(kind, weight);
    }
    return new VoiceGuide(rules, changed);
  }
}
