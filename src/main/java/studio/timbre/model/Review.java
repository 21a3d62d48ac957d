package studio.timbre.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a team thinks of a conversation, besides its status. Never sent to a provider, and no part of what is trained on.
 *
 * @param rating stars from 1 to 5, 0 for none
 * @param tags in alphabetical order, none twice and none blank
 * @param note free text, empty for none
 * @param assignee whose turn it is, empty for nobody's
 */
public record Review(int rating, SortedSet<String> tags, String note, String assignee) {
  public static final int MOST_STARS = 5;

  private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;\\n\\t]");

  /** Nobody has said anything yet. */
  public static final Review NONE = new Review(0, new TreeSet<>(), "", "");

  public Review {
    if (rating < 0 || rating > MOST_STARS) {
      throw new IllegalArgumentException("a rating of " + rating);
    }
    var kept = new TreeSet<String>();
    tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(kept::add);
    tags = Collections.unmodifiableSortedSet(kept);
    assignee = assignee.strip();
  }

  /** The tags in what somebody has typed: commas, semicolons, tabs and new lines part them, so none can hold one of these. */
  public static List<String> tagsIn(String text) {
    return BETWEEN_TAGS
        .splitAsStream(text)
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  public Review withRating(int newRating) {
    return new Review(newRating, tags, note, assignee);
  }

  public Review withTags(Collection<String> newTags) {
    return new Review(rating, new TreeSet<>(newTags), note, assignee);
  }

  public Review withNote(String newNote) {
    return new Review(rating, tags, newNote, assignee);
  }

  public Review withAssignee(String newAssignee) {
    return new Review(rating, tags, note, newAssignee);
  }
}
