package studio.timbre.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.model.Split;

/** What is kept of many looks, side by side. */
final class Columns {
  int count;
  long[] ids = new long[256];
  long[] fingerprints = new long[256];
  long[] questions = new long[256];
  long[] answers = new long[256];
  long[] openings = new long[256];
  int[] numbers = new int[256];
  int[] lengths = new int[256];
  byte[] yesOrNo = new byte[256];
  String[] languages = new String[256];
  byte[] signatures = new byte[256 * Signature.SIZE];
  final BitSet heldOut = new BitSet();
  final BitSet fillers = new BitSet();

  /** Those whose text is long enough to be compared. */
  final BitSet signed = new BitSet();

  void add(long id, Split split, long fingerprint, Look look) {
    if (count == ids.length) {
      grow();
    }
    ids[count] = id;
    fingerprints[count] = fingerprint;
    questions[count] = look.question();
    answers[count] = look.answer();
    openings[count] = look.opening();
    numbers[count] = look.numbers();
    lengths[count] = look.answerLength();
    yesOrNo[count] = look.yesOrNo();
    languages[count] = look.language().intern();
    heldOut.set(count, split == Split.HELD_OUT);
    fillers.set(count, look.filler());
    signed.set(count, look.signature().length == Signature.SIZE);
    if (signed.get(count)) {
      System.arraycopy(look.signature(), 0, signatures, count * Signature.SIZE, Signature.SIZE);
    }
    count++;
  }

  private void grow() {
    int size = Math.toIntExact(ids.length * 3L / 2);
    ids = Arrays.copyOf(ids, size);
    fingerprints = Arrays.copyOf(fingerprints, size);
    questions = Arrays.copyOf(questions, size);
    answers = Arrays.copyOf(answers, size);
    openings = Arrays.copyOf(openings, size);
    numbers = Arrays.copyOf(numbers, size);
    lengths = Arrays.copyOf(lengths, size);
    yesOrNo = Arrays.copyOf(yesOrNo, size);
    languages = Arrays.copyOf(languages, size);
    signatures = Arrays.copyOf(signatures, Math.multiplyExact(size, Signature.SIZE));
  }

  /** Hands over the places of every value that stands at more than one; 0 is no value. */
  void eachGroup(long[] column, Consumer<int[]> taker) {
    // A value's lower bits, and the place behind them: sorted, equal values lie side by side.
    var sorted = new long[count];
    int filled = 0;
    for (int i = 0; i < count; i++) {
      if (column[i] != 0) {
        sorted[filled++] = column[i] << 32 | i;
      }
    }
    Arrays.sort(sorted, 0, filled);
    int end;
    for (int start = 0; start < filled; start = end) {
      end = start + 1;
      while (end < filled && sorted[end] >>> 32 == sorted[start] >>> 32) {
        end++;
      }
      if (end - start > 1) {
        apart(
            column,
            Arrays.stream(sorted, start, end).mapToInt(value -> (int) value).toArray(),
            taker);
      }
    }
  }

  /** Values of the same lower bits may differ in their upper ones. */
  private static void apart(long[] column, int[] places, Consumer<int[]> taker) {
    long first = column[places[0]];
    if (Arrays.stream(places).allMatch(place -> column[place] == first)) {
      taker.accept(places);
      return;
    }
    var groups = new LinkedHashMap<Long, List<Integer>>();
    for (int place : places) {
      groups.computeIfAbsent(column[place], _ -> new ArrayList<>()).add(place);
    }
    for (var group : groups.values()) {
      if (group.size() > 1) {
        taker.accept(group.stream().mapToInt(Integer::intValue).toArray());
      }
    }
  }
}
