package studio.timbre.app;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.CatalogueEntry;

/**
 * What a job at a provider would be and cost, before anything is sent.
 *
 * @param conversations that are learned
 * @param tokens billed in all; empty where they cannot be counted for this model
 * @param epochs that the price is made with; empty where it was neither chosen nor can be estimated
 * @param usd empty where the price is not known
 * @param entry the line of the price list, where there is one
 */
public record ApiQuote(
    long conversations,
    Optional<Long> tokens,
    OptionalInt epochs,
    OptionalDouble usd,
    Optional<CatalogueEntry> entry) {}
