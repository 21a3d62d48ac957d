package studio.timbre.app;

import java.util.Optional;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CountingWay;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TokenRange;

/**
 * What a job at a provider would be and cost, before anything is sent.
 *
 * @param conversations that are learned
 * @param tokens billed in all
 * @param way in which they were counted
 * @param epochs that the price is made with, chosen or estimated
 * @param usd empty where a token has no known price
 * @param entry the line of the price list, where there is one
 */
public record ApiQuote(
    long conversations,
    TokenRange tokens,
    CountingWay way,
    int epochs,
    Optional<PriceRange> usd,
    Optional<CatalogueEntry> entry) {}
