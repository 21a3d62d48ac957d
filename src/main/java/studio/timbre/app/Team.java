package studio.timbre.app;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import studio.timbre.store.Reviews;

/** Who works on a project, and the tags that they use. */
public final class Team {
  private final Reviews reviews;
  private final Supplier<String> me;

  Team(Reviews reviews, Supplier<String> me) {
    this.reviews = reviews;
    this.me = me;
  }

  /** The name under which this person's changes are written down. */
  public String me() {
    return me.get();
  }

  /** Names that occur in the project, and this person's, in alphabetical order. */
  public List<String> people() {
    var people = new TreeSet<>(reviews.people());
    if (!me().isEmpty()) {
      people.add(me());
    }
    return List.copyOf(people);
  }

  /** What this person should look at, in the order of the project: what was given to them, and what is in review for anybody. */
  public long[] myQueue() {
    return reviews.queue(me());
  }

  /** In alphabetical order. */
  public List<String> tags() {
    return reviews.tags();
  }
}
