package studio.timbre.ui.voice;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.app.VoiceStanding;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;

/**
 * What the project says.
 *
 * @param counts conversations by their score
 * @param approved conversations to learn from
 */
record Figures(
    VoiceStanding standing,
    Map<Integer, Long> counts,
    Map<VoiceKind, Long> breaking,
    long approved,
    Past past) {
  /**
   * Versions to go back to, the newest first.
   *
   * @param isWhole whether there were no others before them
   */
  record Past(List<GuideVersion> versions, boolean isWhole) {
    Past {
      versions = List.copyOf(versions);
    }

    /** The one before the one in force, where going back to a version undoes what came after it. */
    Optional<GuideVersion> before() {
      return Standing.of(this).done().stream().skip(1).findFirst();
    }

    /** The one that was undone last, until there is another change. */
    Optional<GuideVersion> after() {
      return Standing.of(this).undone().stream().findFirst();
    }
  }

  /**
   * What stands, and what was undone, the newest first each: to go back to a version undoes what came after it, and to go back to one of
   * those does it again.
   */
  private record Standing(ArrayDeque<GuideVersion> done, ArrayDeque<GuideVersion> undone) {
    static Standing of(Past past) {
      var standing = new Standing(new ArrayDeque<>(), new ArrayDeque<>());
      var versions = past.versions();
      if (past.isWhole() && !versions.isEmpty()) {
        // Before the first guide there was none.
        standing.done.push(
            new GuideVersion(0, versions.getLast().time(), "", Origin.WRITTEN, VoiceGuide.NONE));
      }
      versions.reversed().forEach(standing::take);
      return standing;
    }

    private void take(GuideVersion version) {
      boolean isRestored = version.origin() == Origin.RESTORED;
      if (isRestored && holds(done, version)) {
        move(done, undone, version);
      } else if (isRestored && holds(undone, version)) {
        move(undone, done, version);
        done.push(undone.pop());
      } else {
        done.push(version);
        undone.clear();
      }
    }

    /** Until the version is the first. */
    private static void move(
        ArrayDeque<GuideVersion> from, ArrayDeque<GuideVersion> to, GuideVersion version) {
      while (!isSame(from.getFirst(), version)) {
        to.push(from.pop());
      }
    }

    private static boolean holds(ArrayDeque<GuideVersion> versions, GuideVersion version) {
      return versions.stream().anyMatch(one -> isSame(one, version));
    }

    private static boolean isSame(GuideVersion one, GuideVersion other) {
      return one.guide().equals(other.guide());
    }
  }

  static final Figures NONE =
      new Figures(
          new VoiceStanding(State.NO_GUIDE, 0, 0),
          Map.of(),
          Map.of(),
          0,
          new Past(List.of(), true));

  long scored() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many have a score between two, both counted in. */
  long between(int least, int most) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() >= least && entry.getKey() <= most)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long mean() {
    double sum =
        counts.entrySet().stream()
            .mapToDouble(entry -> (double) entry.getKey() * entry.getValue())
            .sum();
    return scored() == 0 ? 0 : Math.round(sum / scored());
  }
}
