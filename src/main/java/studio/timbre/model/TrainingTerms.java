package studio.timbre.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a training and its use come to besides the prices themselves. Empty means not known.
 *
 * @param defaultEpochs passes over the data where nobody says how many
 * @param billsHeldOut whether the tokens of held-out data are billed, once an evaluation
 * @param trainingUsdPerMillionTokensAtMost the highest price of a million tokens that a source names, where sources differ
 * @param minimumUsdAtMost the highest minimum charge that a source names, where sources differ
 * @param freeTrainingTokens tokens a month that are trained on for nothing
 * @param served what the use of a tuned model is billed by
 * @param openAtLeastUntil the day before which the provider promises to take new jobs, where it names no last day
 * @param openTo whose jobs are taken; everybody's where nothing else is known
 */
public record TrainingTerms(
    OptionalInt defaultEpochs,
    Optional<Boolean> billsHeldOut,
    OptionalDouble trainingUsdPerMillionTokensAtMost,
    OptionalDouble minimumUsdAtMost,
    OptionalLong freeTrainingTokens,
    Optional<Served> served,
    Optional<LocalDate> openAtLeastUntil,
    OpenTo openTo) {

  /** Whose jobs are taken. */
  public enum OpenTo {
    EVERYBODY("everybody"),
    /** Who has trained or used tuned models there before; the status of the line says more. */
    EXISTING_CUSTOMERS("existing customers"),
    /** Whom the provider asks. */
    INVITED("invited");

    private final String word;

    OpenTo(String word) {
      this.word = word;
    }

    /** As the catalogue writes it. */
    public String word() {
      return word;
    }
  }

  /** What the use of a tuned model is billed by. */
  public enum Served {
    /** What is asked and answered; nothing for the hours between. */
    TOKENS("tokens"),
    /** The hours of a machine, however much it answers. */
    HOURS("hours"),
    TOKENS_AND_HOURS("tokens and hours");

    private final String word;

    Served(String word) {
      this.word = word;
    }

    /** As the catalogue writes it. */
    public String word() {
      return word;
    }
  }
}
