package studio.timbre.model;

/**
 * How tokens were counted.
 *
 * @param name of the encoding, as {@code o200k_base}, or of the model on this computer whose tokenizer was taken
 */
public record CountingWay(Kind kind, String name) {

  /** How near that comes. */
  public enum Kind {
    /** With the model's own encoding. */
    EXACTLY,
    /** With the tokenizer of a model of the same family; what the chat format adds may differ a little. */
    LIKE_A_LOCAL_MODEL,
    /** With the tokenizer of another family, and bounds that were measured. */
    ROUGHLY
  }
}
