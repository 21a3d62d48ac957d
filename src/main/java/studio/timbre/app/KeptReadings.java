package studio.timbre.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.timbre.app.LocalReading.Seen;

/**
 * What a model makes of each conversation, by its number: four bytes each, so that a million take four megabytes. Used by one thread at
 * a time.
 */
final class KeptReadings {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;

  private static final int NOTHING_LEARNED = 1;
  private static final int NOTHING_LEFT = 1 << 1;
  private static final int PICTURES = 1 << 2;
  private static final int PAIR = 1 << 3;
  private static final int TOKENS = 4;

  /** In place of the tokens and one. */
  private static final int REFUSED = (1 << (Integer.SIZE - TOKENS - 1)) - 1;

  private final Map<Long, int[]> pages = new HashMap<>();

  /**
   * One conversation.
   *
   * @param tokens 0 where it is refused
   * @param isRefused whether the model's template does not take it
   * @param learns whether there is an answer that counts
   * @param keeps whether some of that is left after the cut
   */
  record One(
      int tokens,
      boolean isRefused,
      boolean learns,
      boolean keeps,
      boolean hasPictures,
      boolean isPair) {
    static One of(Optional<Seen> seen, boolean hasPictures, boolean isPair) {
      return seen.map(
              known ->
                  new One(
                      known.tokens(),
                      false,
                      known.learned() > 0,
                      known.kept() > 0,
                      hasPictures,
                      isPair))
          .orElseGet(() -> new One(0, true, false, false, hasPictures, isPair));
    }
  }

  boolean knows(long id) {
    return packed(id) != 0;
  }

  /** Of one that is known. */
  One get(long id) {
    int packed = packed(id);
    int tokens = packed >>> TOKENS;
    return new One(
        tokens == REFUSED ? 0 : tokens - 1,
        tokens == REFUSED,
        (packed & NOTHING_LEARNED) == 0,
        (packed & NOTHING_LEFT) == 0,
        (packed & PICTURES) != 0,
        (packed & PAIR) != 0);
  }

  void put(long id, One one) {
    int tokens = one.isRefused() ? REFUSED : Math.min(one.tokens() + 1, REFUSED - 1);
    int packed =
        tokens << TOKENS
            | (one.learns() ? 0 : NOTHING_LEARNED)
            | (one.keeps() ? 0 : NOTHING_LEFT)
            | (one.hasPictures() ? PICTURES : 0)
            | (one.isPair() ? PAIR : 0);
    pages.computeIfAbsent(id >> PAGE_BITS, _ -> new int[PAGE])[place(id)] = packed;
  }

  void forget(long id) {
    var page = pages.get(id >> PAGE_BITS);
    if (page != null) {
      page[place(id)] = 0;
    }
  }

  private int packed(long id) {
    var page = pages.get(id >> PAGE_BITS);
    return page == null ? 0 : page[place(id)];
  }

  private static int place(long id) {
    return (int) (id & (PAGE - 1));
  }
}
