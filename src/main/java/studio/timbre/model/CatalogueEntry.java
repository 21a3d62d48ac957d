package studio.timbre.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A model that can be, or once could be, trained through an API: one line of the catalogue. Empty means not known.
 *
 * @param contextLengthTraining longest training line, in tokens; what is beyond is cut off and not billed
 * @param encoding the API encoding, as {@code o200k_base}; empty where the model has a tokenizer of its own
 * @param lastNewJobDate the last day on which a job is taken
 * @param shutdownDate the day on which the model stops answering
 * @param source where the figures stand
 * @param asOf when they were read there
 * @param terms what decides a price besides the figures
 */
public record CatalogueEntry(
    String provider,
    String model,
    Set<String> methods,
    OptionalDouble trainingUsdPerMillionTokens,
    OptionalDouble trainingUsdPerHour,
    OptionalDouble trainingMinimumUsd,
    OptionalDouble inputUsdPerMillion,
    OptionalDouble cachedInputUsdPerMillion,
    OptionalDouble outputUsdPerMillion,
    OptionalDouble hostingUsdPerHour,
    Optional<String> encoding,
    OptionalInt contextLengthTraining,
    String status,
    Optional<LocalDate> lastNewJobDate,
    Optional<LocalDate> newJobsCloseOn,
    Optional<LocalDate> shutdownDate,
    String source,
    String asOf,
    String notes,
    TrainingTerms terms) {

  private static final Set<String> ENDED =
      Set.of("historic", "shut down", "deprecated, no longer supported");

  /** True when nothing that is known speaks against a new job on that day; a provider may still refuse a customer. */
  public boolean isOpenForJobs(LocalDate today) {
    boolean past =
        lastNewJobDate.filter(today::isAfter).isPresent()
            || newJobsCloseOn.filter(day -> !today.isBefore(day)).isPresent()
            || shutdownDate.filter(day -> !today.isBefore(day)).isPresent();
    return !past && !ENDED.contains(status);
  }
}
