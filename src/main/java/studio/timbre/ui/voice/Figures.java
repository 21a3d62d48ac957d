package studio.timbre.ui.voice;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.app.VoiceStanding;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.GuideVersion.Origin;
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
  /** Versions that are shown to go back to, in the order in which they were. */
  record Past(List<GuideVersion> versions) {
    Past {
      versions = List.copyOf(versions);
    }

    /** The one before the one in force, where going back to a version undoes what came after it. */
    Optional<GuideVersion> before() {
      var standing = new ArrayDeque<GuideVersion>();
      for (var version : versions.reversed()) {
        boolean isBack =
            version.origin() == Origin.RESTORED
                && standing.stream().anyMatch(past -> past.guide().equals(version.guide()));
        while (isBack && !standing.getFirst().guide().equals(version.guide())) {
          standing.pop();
        }
        if (!isBack) {
          standing.push(version);
        }
      }
      return standing.stream().skip(1).findFirst();
    }
  }

  static final Figures NONE =
      new Figures(
          new VoiceStanding(State.NO_GUIDE, 0, 0), Map.of(), Map.of(), 0, new Past(List.of()));

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
