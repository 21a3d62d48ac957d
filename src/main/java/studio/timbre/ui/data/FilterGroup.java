package studio.timbre.ui.data;

import java.util.Optional;
import studio.timbre.model.Facet;
import studio.timbre.model.Measure;

/** The sides by which conversations are filtered, in the order in which they are offered. */
enum FilterGroup {
  STATUS(Facet.STATUS),
  SPLIT(Facet.SPLIT),
  TAGS(Facet.TAG),
  RATING,
  ASSIGNEE(Facet.ASSIGNEE),
  TURNS(Measure.TURNS),
  TOKENS(Measure.TOKENS),
  HOLDS(Facet.HOLDS),
  LANGUAGE(Facet.LANGUAGE),
  TOPIC(Facet.TOPIC),
  PROBLEM(Facet.PROBLEM),
  VOICE(Measure.VOICE),
  VOICE_RULE(Facet.VOICE_RULE),
  CHANGED,
  RUN;

  private final Optional<Facet> facet;
  private final Optional<Measure> measure;

  FilterGroup(Facet facet) {
    this.facet = Optional.of(facet);
    measure = Optional.empty();
  }

  FilterGroup(Measure measure) {
    facet = Optional.empty();
    this.measure = Optional.of(measure);
  }

  FilterGroup() {
    facet = Optional.empty();
    measure = Optional.empty();
  }

  /** Whether any two numbers can be chosen between which it lies. */
  boolean isRange() {
    return this == RATING || measure.isPresent();
  }

  /** By what its choices are counted at once; empty where only one can be chosen, and each is counted by itself. */
  Optional<Facet> facet() {
    return facet;
  }

  /** The number whose spread can be looked at, where it is one. */
  Optional<Measure> measure() {
    return measure;
  }
}
