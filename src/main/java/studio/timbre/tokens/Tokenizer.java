package studio.timbre.tokens;

/** Turns text into the numbers that one family of models reads, and back. Safe for use by several threads. */
public interface Tokenizer {

  /** How many tokens the text makes; special marks in it are counted as ordinary text by API encodings. */
  int count(String text);

  /** Token numbers of the text, without anything added in front or behind. */
  int[] encode(String text);

  /** The text of these tokens, special marks left out. */
  String decode(int[] tokens);
}
