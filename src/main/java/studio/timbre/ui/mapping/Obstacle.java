package studio.timbre.ui.mapping;

import java.util.Optional;
import studio.timbre.app.TablePreview;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;

/** Why nothing can be imported under a mapping. */
enum Obstacle {
  /** No column says what is said. */
  NOBODY_SPEAKS,
  /** A message a row, without a column for who speaks. */
  NO_SPEAKER,
  /** A message a row, without a column for what is said. */
  NO_TEXT,
  /** Several rows are one conversation, without a column that tells which. */
  NO_NUMBER,
  /** Of nobody who speaks it is said which side he is on. */
  WHO_IS_WHO,
  /** Every row is refused. */
  NOTHING_COMES_IN,
  /** The file cannot be read. */
  UNREADABLE;

  private static boolean speakersAlone(TablePreview preview) {
    return !preview.refused().isEmpty()
        && preview.refused().stream()
            .allMatch(refusal -> refusal.key().equals(SpeakerList.UNKNOWN));
  }

  /** What stands in the way, if anything; while rows are being read, nothing that they would tell. */
  static Optional<Obstacle> of(Step step, Previewing previewing) {
    var mapping = step.mapping();
    boolean rows = step.wanted() == TableShape.MESSAGE;
    if (rows || mapping.has(Use.ROLE) != mapping.has(Use.TEXT)) {
      if (!mapping.has(Use.ROLE)) {
        return Optional.of(NO_SPEAKER);
      }
      if (!mapping.has(Use.TEXT)) {
        return Optional.of(NO_TEXT);
      }
    }
    if (!mapping.speaks()) {
      return Optional.of(NOBODY_SPEAKS);
    }
    if (step.wanted() == TableShape.PART && !mapping.has(Use.CONVERSATION)) {
      return Optional.of(NO_NUMBER);
    }
    if (previewing.state().get() instanceof Previewing.State.Failed) {
      return Optional.of(UNREADABLE);
    }
    return previewing
        .preview()
        .filter(TablePreview::whole)
        .filter(p -> p.conversations() == 0)
        .map(nothing -> speakersAlone(nothing) ? WHO_IS_WHO : NOTHING_COMES_IN);
  }
}
