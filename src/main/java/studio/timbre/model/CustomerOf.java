package studio.timbre.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.TrainingTerms.OpenTo;

/**
 * Where somebody is an existing customer, which some providers want before they take a job.
 *
 * @param said by the catalogue's name of the provider; a provider that nothing was said of stands not in it
 */
public record CustomerOf(Map<String, Boolean> said) {
  /** Nothing was said: whoever might be let in is. */
  public static final CustomerOf UNKNOWN = new CustomerOf(Map.of());

  public CustomerOf {
    said = Map.copyOf(said);
  }

  public Optional<Boolean> of(String provider) {
    return Optional.ofNullable(said.get(provider));
  }

  /** @param customer empty takes back what was said */
  public CustomerOf with(String provider, Optional<Boolean> customer) {
    var more = new LinkedHashMap<>(said);
    more.remove(provider);
    customer.ifPresent(known -> more.put(provider, known));
    return new CustomerOf(more);
  }

  /** False where it is known that a job on this line would not be taken; an invitation is nobody's to claim. */
  public boolean mayTrain(CatalogueEntry line) {
    return line.terms().openTo() == OpenTo.EVERYBODY || of(line.provider()).orElse(true);
  }
}
