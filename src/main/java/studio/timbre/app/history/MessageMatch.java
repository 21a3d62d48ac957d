package studio.timbre.app.history;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.timbre.model.Message;

/** Which messages of two states of a conversation are one and the same, changed or not; they never cross. */
final class MessageMatch {
  /** Stretches with more pairs than this are not looked at for likeness. */
  private static final int MOST_PAIRS = 40_000;

  private static final int WORDS_LOOKED_AT = 400;
  private static final double SAME_ROLE = 0.2;
  private static final double OTHER_ROLE_LEAST = 0.6;

  private MessageMatch() {}

  /** For each message of the first its place in the second, rising; -1 where it is not there any more. */
  static int[] of(List<Message> first, List<Message> second) {
    int[] partner = Sequences.match(first, second);
    int there = 0;
    for (int here = 0; here < first.size(); ) {
      int stop = here;
      while (stop < first.size() && partner[stop] < 0) {
        stop++;
      }
      int until = stop < first.size() ? partner[stop] : second.size();
      pairUp(first, second, here, stop, there, until, partner);
      there = until + 1;
      here = stop + 1;
    }
    return partner;
  }

  /** Within a stretch without equals: the pairs that are most alike in all. */
  private static void pairUp(
      List<Message> first,
      List<Message> second,
      int here,
      int stop,
      int there,
      int until,
      int[] partner) {
    int rows = stop - here;
    int columns = until - there;
    if (rows <= 0 || columns <= 0 || (long) rows * columns > MOST_PAIRS) {
      return;
    }
    var words = second.subList(there, until).stream().map(MessageMatch::words).toList();
    var likeness = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      var message = first.get(here + row);
      var mine = words(message);
      for (int column = 0; column < columns; column++) {
        likeness[row][column] =
            likeness(message, mine, second.get(there + column), words.get(column));
      }
    }
    var best = new double[rows + 1][columns + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        double pair =
            likeness[row][column] > 0 ? likeness[row][column] + best[row + 1][column + 1] : 0;
        best[row][column] = Math.max(pair, Math.max(best[row + 1][column], best[row][column + 1]));
      }
    }
    int row = 0;
    int column = 0;
    while (row < rows && column < columns) {
      double pair = likeness[row][column] + best[row + 1][column + 1];
      if (likeness[row][column] > 0 && pair >= best[row][column]) {
        partner[here + row++] = there + column++;
      } else if (best[row + 1][column] >= best[row][column + 1]) {
        row++;
      } else {
        column++;
      }
    }
  }

  private static double likeness(Message one, Set<String> its, Message other, Set<String> others) {
    double words = dice(its, others);
    if (one.role().equals(other.role())) {
      return SAME_ROLE + words;
    }
    return words >= OTHER_ROLE_LEAST ? words : 0;
  }

  /** The coefficient of Dice and Sørensen: twice what both have, by what each has. */
  private static double dice(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long both = one.stream().filter(other::contains).count();
    return 2.0 * both / (one.size() + other.size());
  }

  private static Set<String> words(Message message) {
    var words = new HashSet<String>();
    Tokens.of(message.text()).stream()
        .filter(token -> !token.isBlank())
        .limit(WORDS_LOOKED_AT)
        .forEach(words::add);
    return words;
  }

  /** The other way round. */
  static int[] inverse(int[] partner, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        inverse[partner[i]] = i;
      }
    }
    return inverse;
  }
}
