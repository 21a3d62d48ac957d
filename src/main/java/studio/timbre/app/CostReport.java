package studio.timbre.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CountingWay;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.LocalPrice;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.WholePrice;

/**
 * What models cost with given data.
 *
 * @param day for which that was asked
 * @param method that the data is for, as the catalogue writes it
 * @param conversations to train on
 * @param heldOut conversations to measure with
 * @param usual what is asked and answered in one call
 * @param offers of models that take new jobs today, cheapest first, those with an unknown price last
 * @param closed lines that take jobs today, though not from this person
 * @param local models of the library
 * @param refused what of the data could not be read (the first thousand)
 * @param refusedLines how many there are in all
 */
public record CostReport(
    LocalDate day,
    String method,
    long conversations,
    long heldOut,
    Usual usual,
    List<Offer> offers,
    List<CatalogueEntry> closed,
    List<Local> local,
    List<Refusal> refused,
    long refusedLines) {

  /**
   * One call, in tokens of o200k.
   *
   * @param answers of the data, which these are the averages of
   */
  public record Usual(long answers, double promptTokens, double answerTokens) {}

  /**
   * One model.
   *
   * @param way in which its tokens were counted
   * @param diet where another system prompt was asked for
   */
  public record Offer(WholePrice price, CountingWay way, Optional<PromptDiet> diet) {}

  /**
   * A model on this computer.
   *
   * @param price empty where no training with it was ever measured here
   */
  public record Local(LibraryModel model, Optional<LocalPrice> price) {}
}
