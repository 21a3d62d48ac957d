package studio.timbre.tokens.bytepair;

import static studio.timbre.tokens.bytepair.Vocabulary.NONE;

/**
 * Joins the bytes of one piece into tokens: again and again the two neighbours whose token ranks lowest, the first of them where there
 * are several. For one thread.
 */
final class Joining {
  /** Below it, looking through all neighbours each time is the quickest; above it, that would take the square of the length. */
  private static final int SHORT = 96;

  private final Vocabulary vocabulary;

  /** Where each part begins; the end of the piece comes last. */
  private final int[] starts = new int[SHORT + 2];

  /** The rank of what each part makes together with the next one. */
  private final int[] ranks = new int[SHORT + 2];

  Joining(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** How many tokens a piece of at least one byte makes, which ends as {@link Vocabulary#token} wants it. */
  int count(byte[] piece, int length) {
    if (vocabulary.token(piece, 0, length) != NONE) {
      return 1;
    }
    return length <= SHORT
        ? join(piece, length)
        : new LongJoining(vocabulary, piece, length).join();
  }

  /** The tokens of such a piece. */
  int[] tokens(byte[] piece, int length) {
    int whole = vocabulary.token(piece, 0, length);
    if (whole != NONE) {
      return new int[] {whole};
    }
    if (length > SHORT) {
      return new LongJoining(vocabulary, piece, length).tokens();
    }
    int[] tokens = new int[join(piece, length)];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = vocabulary.token(piece, starts[i], starts[i + 1]);
    }
    return tokens;
  }

  /** Joins what can be joined; how many parts are left. */
  private int join(byte[] piece, int length) {
    for (int i = 0; i <= length; i++) {
      starts[i] = i;
    }
    for (int i = 0; i + 1 < length; i++) {
      ranks[i] = vocabulary.token(piece, i, i + 2);
    }
    int parts = length;
    while (parts > 1) {
      int lowest = lowest(parts - 1);
      if (ranks[lowest] == NONE) {
        return parts;
      }
      for (int i = lowest + 1; i < parts; i++) {
        starts[i] = starts[i + 1];
        ranks[i] = ranks[i + 1];
      }
      parts--;
      if (lowest + 1 < parts) {
        ranks[lowest] = vocabulary.token(piece, starts[lowest], starts[lowest + 2]);
      }
      if (lowest > 0) {
        ranks[lowest - 1] = vocabulary.token(piece, starts[lowest - 1], starts[lowest + 1]);
      }
    }
    return parts;
  }

  /** The first of the lowest ranks. */
  private int lowest(int pairs) {
    int lowest = 0;
    for (int i = 1; i < pairs; i++) {
      if (ranks[i] < ranks[lowest]) {
        lowest = i;
      }
    }
    return lowest;
  }
}
