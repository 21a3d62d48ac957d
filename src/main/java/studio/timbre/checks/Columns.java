package studio.timbre.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.timbre.model.Split;

/** What is kept of many looks, side by side: a slot each. A slot that is let go is never given again, as lists still speak of it. */
final class Columns {
  private static final byte HELD_OUT = 1;
  private static final byte FILLER = 2;
  private static final byte SIGNED = 4;
  private static final byte THERE = 8;

  /** Slots that were given so far. */
  int count;

  long[] ids;
  long[] fingerprints;
  long[] questions;
  long[] answers;
  int[] openings;
  int[] numbers;
  int[] lengths;
  byte[] yesOrNo;
  byte[] languages;
  byte[] signatures;

  /** What they are about; 0 for none, or as long as nobody has told. */
  int[] topics;

  private byte[] flags;

  /** The languages by their number; 0 is none that is known. */
  final List<String> languageNames = new ArrayList<>(List.of(""));

  /** Slots by the numbers of their conversations: open addressing, 0 for free, else the slot and one. */
  private int[] table;

  /**
   * @param expected how many there will be, or about so
   */
  Columns(int expected) {
    int size = Math.max(64, expected + expected / 32);
    ids = new long[size];
    fingerprints = new long[size];
    questions = new long[size];
    answers = new long[size];
    openings = new int[size];
    numbers = new int[size];
    lengths = new int[size];
    yesOrNo = new byte[size];
    languages = new byte[size];
    topics = new int[size];
    flags = new byte[size];
    signatures = new byte[Math.multiplyExact(size, Signature.SIZE)];
    table = new int[Integer.highestOneBit(size) * 4];
  }

  /** A new slot, of which nothing is known yet. */
  int give(long id) {
    if (count == ids.length) {
      grow();
    }
    int slot = count++;
    ids[slot] = id;
    if (2 * count > table.length) {
      table = new int[table.length * 2];
      for (int each = 0; each < slot; each++) {
        if (isThere(each)) {
          enter(each);
        }
      }
    }
    enter(slot);
    flags[slot] = THERE;
    return slot;
  }

  void letGo(int slot) {
    int at = place(ids[slot]);
    flags[slot] = 0;
    table[at] = 0;
    // Those behind that had to step aside for it come nearer.
    for (int next = (at + 1) & (table.length - 1);
        table[next] != 0;
        next = (next + 1) & (table.length - 1)) {
      int other = table[next] - 1;
      table[next] = 0;
      enter(other);
    }
  }

  private void enter(int slot) {
    table[place(ids[slot])] = slot + 1;
  }

  private int place(long id) {
    int at = (int) Wording.mixed(id) & (table.length - 1);
    while (table[at] != 0 && ids[table[at] - 1] != id) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  /** The slot of a conversation, or -1. */
  int slot(long id) {
    return table[place(id)] - 1;
  }

  /** What the look says from now on. */
  void put(int slot, Split split, long fingerprint, Look look) {
    fingerprints[slot] = fingerprint;
    questions[slot] = look.question();
    answers[slot] = look.answer();
    openings[slot] = shortened(look.opening());
    numbers[slot] = look.numbers();
    lengths[slot] = look.answerLength();
    yesOrNo[slot] = look.yesOrNo();
    languages[slot] = language(look.language());
    boolean signed = look.signature().length == Signature.SIZE;
    flags[slot] =
        (byte)
            (THERE
                | (split == Split.HELD_OUT ? HELD_OUT : 0)
                | (look.filler() ? FILLER : 0)
                | (signed ? SIGNED : 0));
    if (signed) {
      System.arraycopy(look.signature(), 0, signatures, slot * Signature.SIZE, Signature.SIZE);
    }
  }

  /** 0 for none alone. */
  private static int shortened(long hash) {
    int half = (int) (hash ^ hash >>> 32);
    return half == 0 && hash != 0 ? 1 : half;
  }

  private byte language(String name) {
    int number = languageNames.indexOf(name);
    if (number < 0) {
      number = languageNames.size();
      languageNames.add(name);
    }
    // More languages than that nobody can tell apart.
    return (byte) (number < Byte.MAX_VALUE ? number : 0);
  }

  boolean isThere(int slot) {
    return (flags[slot] & THERE) != 0;
  }

  boolean isHeldOut(int slot) {
    return (flags[slot] & HELD_OUT) != 0;
  }

  boolean isFiller(int slot) {
    return (flags[slot] & FILLER) != 0;
  }

  /** Whether its text is long enough to be compared. */
  boolean isSigned(int slot) {
    return (flags[slot] & SIGNED) != 0;
  }

  private void grow() {
    int size = Math.addExact(ids.length, Math.max(64, ids.length / 8));
    ids = Arrays.copyOf(ids, size);
    fingerprints = Arrays.copyOf(fingerprints, size);
    questions = Arrays.copyOf(questions, size);
    answers = Arrays.copyOf(answers, size);
    openings = Arrays.copyOf(openings, size);
    numbers = Arrays.copyOf(numbers, size);
    lengths = Arrays.copyOf(lengths, size);
    yesOrNo = Arrays.copyOf(yesOrNo, size);
    languages = Arrays.copyOf(languages, size);
    topics = Arrays.copyOf(topics, size);
    flags = Arrays.copyOf(flags, size);
    signatures = Arrays.copyOf(signatures, Math.multiplyExact(size, Signature.SIZE));
  }
}
