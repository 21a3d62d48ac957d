package studio.timbre.tokens.bytepair;

import static studio.timbre.tokens.bytepair.Vocabulary.NONE;

import java.util.Arrays;

/**
 * What {@link Joining} does, for one piece of any length: the neighbours wait in a heap by rank and place, so that the time grows with
 * the length times its logarithm. A million times the same letter is one piece.
 */
final class LongJoining {
  private final Vocabulary vocabulary;
  private final byte[] piece;
  private final int length;

  /** For the first byte of each part: the first byte of the part before and behind it. */
  private final int[] before;

  private final int[] behind;

  /** For the first byte of each part: the rank of it with the next one. Of bytes inside a part it means nothing. */
  private final int[] ranks;

  /** The smallest first; the rank above, the place below. What is no longer so is passed over when it comes up. */
  private long[] heap;

  private int waiting;

  LongJoining(Vocabulary vocabulary, byte[] piece, int length) {
    this.vocabulary = vocabulary;
    this.piece = piece;
    this.length = length;
    before = new int[length + 1];
    behind = new int[length + 1];
    ranks = new int[length + 1];
    heap = new long[length + 16];
  }

  int[] tokens() {
    int[] tokens = new int[join()];
    for (int i = 0, at = 0; i < tokens.length; at = behind[at]) {
      tokens[i++] = vocabulary.token(piece, at, behind[at]);
    }
    return tokens;
  }

  /** Joins what can be joined; how many parts are left. */
  int join() {
    Arrays.fill(ranks, NONE);
    for (int i = 0; i <= length; i++) {
      before[i] = i - 1;
      behind[i] = i + 1;
    }
    for (int i = 0; i + 1 < length; i++) {
      rank(i);
    }
    int parts = length;
    while (waiting > 0) {
      long lowest = take();
      int at = (int) lowest;
      if (ranks[at] != (int) (lowest >>> 32)) {
        continue;
      }
      int joined = behind[at];
      int next = behind[joined];
      ranks[joined] = NONE;
      behind[at] = next;
      before[next] = at;
      parts--;
      rank(at);
      if (before[at] >= 0) {
        rank(before[at]);
      }
    }
    return parts;
  }

  private void rank(int at) {
    int next = behind[at];
    ranks[at] = next < length ? vocabulary.token(piece, at, behind[next]) : NONE;
    if (ranks[at] != NONE) {
      put((long) ranks[at] << 32 | at);
    }
  }

  private void put(long value) {
    if (waiting == heap.length) {
      heap = Arrays.copyOf(heap, waiting * 2);
    }
    int at = waiting++;
    while (at > 0 && heap[(at - 1) / 2] > value) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = value;
  }

  private long take() {
    long lowest = heap[0];
    long last = heap[--waiting];
    int at = 0;
    while (at * 2 + 1 < waiting) {
      int child = at * 2 + 1;
      if (child + 1 < waiting && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return lowest;
  }
}
