package studio.timbre.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two texts compared word by word. */
public final class WordDiff {
  private WordDiff() {}

  /**
   * In the order in which they are read; the removed and the same are the one text, the added and the same the other. A blank
   * between changed words counts as changed, so that no sentence falls to pieces.
   */
  public static List<Piece> of(String before, String after) {
    var first = Tokens.of(before);
    var second = Tokens.of(after);
    int[] partner = Sequences.match(first, second);
    loosenBlanks(first, partner);
    var pieces = new ArrayList<Piece>();
    int there = 0;
    for (int here = 0; here < first.size(); ) {
      int stop = here;
      while (stop < first.size() && partner[stop] < 0) {
        stop++;
      }
      int until = stop < first.size() ? partner[stop] : second.size();
      add(pieces, Piece.Kind.REMOVED, first.subList(here, stop));
      add(pieces, Piece.Kind.ADDED, second.subList(there, until));
      there = until;
      here = stop;
      int same = here;
      while (same < first.size() && partner[same] == there + same - here && partner[same] >= 0) {
        same++;
      }
      add(pieces, Piece.Kind.SAME, first.subList(here, same));
      there += same - here;
      here = same;
    }
    add(pieces, Piece.Kind.ADDED, second.subList(there, second.size()));
    return pieces;
  }

  /** A lone blank that both have between two changes is no common ground. */
  private static void loosenBlanks(List<String> first, int[] partner) {
    for (int i = 1; i + 1 < first.size(); i++) {
      boolean alone = partner[i - 1] < 0 && partner[i + 1] < 0;
      if (partner[i] >= 0 && alone && first.get(i).isBlank()) {
        partner[i] = -1;
      }
    }
  }

  private static void add(List<Piece> pieces, Piece.Kind kind, List<String> tokens) {
    if (!tokens.isEmpty()) {
      pieces.add(new Piece(kind, tokens.stream().collect(Collectors.joining())));
    }
  }
}
