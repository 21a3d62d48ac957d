package studio.timbre.app;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import studio.timbre.store.ReviewWords;

/** Who works on a project, and the tags that they use. */
public final class Team {
  private final ReviewWords words;
  private final Supplier<String> me;

  Team(ReviewWords words, Supplier<String> me) {
    this.words = words;
    this.me = me;
  }

  /** The name under which this person's changes are written down. */
  public String me() {
    return me.get();
  }

  /** Names that occur in the project, and this person's, in alphabetical order. */
  public List<String> people() {
    var people = new TreeSet<>(words.people());
    if (!me().isEmpty()) {
      people.add(me());
    }
    return List.copyOf(people);
  }

  /** In alphabetical order. */
  public List<String> tags() {
    return words.tags();
  }
}
