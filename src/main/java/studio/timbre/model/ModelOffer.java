package studio.timbre.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A model that a provider may train, as far as it is known today.
 *
 * @param model by the provider's name
 * @param line what the catalogue says of it
 * @param seen whether the provider shows it to this key
 * @param tuned trained before, by the owner of the key
 * @param answersUntil the day on which it stops answering: the provider's own word where it gave one, else the catalogue's
 * @param limits how many jobs the account may have with it, where the provider said so
 */
public record ModelOffer(
    String model,
    Optional<CatalogueEntry> line,
    Seen seen,
    boolean tuned,
    Optional<LocalDate> answersUntil,
    Optional<JobLimits> limits) {

  /** Of a provider that says nothing about the account. */
  public ModelOffer(
      String model,
      Optional<CatalogueEntry> line,
      Seen seen,
      boolean tuned,
      Optional<LocalDate> answersUntil) {
    this(model, line, seen, tuned, answersUntil, Optional.empty());
  }

  /** What the provider's list of models says. */
  public enum Seen {
    LISTED,
    /** The list came without it. Some providers do not list what they train, so this is no refusal. */
    NOT_LISTED,
    NOT_ASKED
  }

  /** The last day on which a job is taken. */
  public Optional<LocalDate> lastJob() {
    return line.flatMap(CatalogueEntry::lastNewJobDate);
  }

  /** True when nothing that is known speaks against a new job on that day; the provider may still refuse this customer. */
  public boolean isOpen(LocalDate today) {
    return line.map(known -> known.isOpenForJobs(today)).orElse(true)
        && answersUntil.filter(day -> !today.isBefore(day)).isEmpty();
  }
}
