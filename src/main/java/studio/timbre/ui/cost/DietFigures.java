package studio.timbre.ui.cost;

import java.util.List;
import studio.timbre.app.CostReport.Offer;

/** How far it is known what a shorter prompt saves. */
sealed interface DietFigures {

  /** Both prompts are the same. */
  record Same() implements DietFigures {}

  /** @param of 0 until that is known */
  record Counting(long done, long of) implements DietFigures {}

  record Failed(Exception problem) implements DietFigures {}

  /** @param offers each with its diet, those that save most first */
  record Saved(List<Offer> offers) implements DietFigures {}
}
