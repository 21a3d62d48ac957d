package studio.timbre.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers which conversations acts have touched, until each who asks has taken it. Of many it says no more than that they are many: whoever asks
 * reads everything anew then.
 */
final class TouchedRows {
  /** To look at so many one by one takes longer than to read everything. */
  private static final int MOST = 20_000;

  private final List<Watch> watches = new ArrayList<>();

  /** What was touched; of many nobody knows which. */
  static final class Touched {
    static final Touched NONE = new Touched(Set.of(), false);
    static final Touched MANY = new Touched(Set.of(), true);

    private final Set<Long> ids;
    private final boolean many;

    private Touched(Set<Long> ids, boolean many) {
      this.ids = ids;
      this.many = many;
    }

    /** Both. What this was is of no use from then on. */
    Touched and(long id) {
      var more = many || !ids.isEmpty() ? this : new Touched(new HashSet<>(), false);
      if (!more.many) {
        more.ids.add(id);
      }
      return more.ids.size() > MOST ? MANY : more;
    }

    boolean isMany() {
      return many;
    }

    Set<Long> ids() {
      return ids;
    }
  }

  /** For one who keeps something of each conversation; takes what was touched for itself alone. */
  final class Watch {
    private Touched since = Touched.MANY;

    private Watch() {}

    private void add(Touched touched) {
      if (touched.isMany()) {
        since = Touched.MANY;
      }
      for (long id : touched.ids()) {
        since = since.and(id);
      }
    }

    /** All since the last call; many at the first. */
    Touched take() {
      synchronized (TouchedRows.this) {
        var taken = since;
        since = Touched.NONE;
        return taken;
      }
    }
  }

  /** One more who asks. It is told of acts until the project is closed. */
  synchronized Watch watch() {
    var watch = new Watch();
    watches.add(watch);
    return watch;
  }

  synchronized void add(Touched touched) {
    watches.forEach(watch -> watch.add(touched));
  }
}
