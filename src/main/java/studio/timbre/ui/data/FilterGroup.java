package studio.timbre.ui.data;

import java.util.Optional;
import java.util.Set;
import studio.timbre.model.Facet;

/** The sides by which conversations are filtered, in the order in which they are offered. */
enum FilterGroup {
  STATUS(Facet.STATUS),
  SPLIT(Facet.SPLIT),
  TAGS(Facet.TAG),
  RATING,
  ASSIGNEE(Facet.ASSIGNEE),
  TURNS,
  TOKENS,
  HOLDS(Facet.HOLDS),
  LANGUAGE(Facet.LANGUAGE),
  PROBLEM(Facet.PROBLEM),
  VOICE,
  VOICE_RULE(Facet.VOICE_RULE),
  CHANGED,
  RUN;

  private final Set<Facet> facet;

  FilterGroup(Facet... facet) {
    this.facet = Set.of(facet);
  }

  /** Whether any two numbers can be chosen between which it lies. */
  boolean isRange() {
    return this == RATING || this == TURNS || this == TOKENS || this == VOICE;
  }

  /** By what its choices are counted at once; empty where only one can be chosen, and each is counted by itself. */
  Optional<Facet> facet() {
    return facet.stream().findFirst();
  }
}
