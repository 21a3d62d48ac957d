package studio.timbre.model;

import java.util.Optional;

/**
 * What one training costs at a provider.
 *
 * @param epochs passes over the data
 * @param epochsFrom who says how many
 * @param billed tokens, all passes together, each conversation cut to the model's limit
 * @param overLimit conversations that are cut, at most
 * @param usd empty where a token has no known price
 */
public record TrainingPrice(
    int epochs,
    EpochsFrom epochsFrom,
    TokenRange billed,
    long overLimit,
    Optional<PriceRange> usd) {

  /** Who says how many passes there are. */
  public enum EpochsFrom {
    CHOSEN,
    /** What the provider takes when nobody says, by its own documentation. */
    PROVIDER,
    /** A rule that comes near: the provider tells the number only once the job exists. */
    ESTIMATE
  }
}
