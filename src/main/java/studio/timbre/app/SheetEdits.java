package studio.timbre.app;

import java.util.ArrayList;
import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Placing;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.Status;
import studio.timbre.model.TableMapping.Use;

/** What rows of a table make of a conversation that was written into it. */
final class SheetEdits {
  private SheetEdits() {}

  /**
   * The conversation as the rows say. What they have no column for, or say in words that nobody understands, stays as it was; so does a
   * text in which a spreadsheet program has only written other line ends.
   */
  static Curated on(Curated base, Conversation said, Placing placing, SheetPlace place) {
    var review = base.review();
    if (place.told().contains(Use.RATING)) {
      review = review.withRating(placing.rating());
    }
    if (place.told().contains(Use.TAGS)) {
      review = review.withTags(placing.tags());
    }
    if (place.told().contains(Use.ASSIGNEE)) {
      review = review.withAssignee(placing.assignee());
    }
    if (place.told().contains(Use.NOTE) && !isSame(review.note(), placing.note())) {
      review = review.withNote(placing.note());
    }
    return new Curated(
        placing.status().orElse(base.status()),
        placing.split().orElse(base.split()),
        withTheirLineEnds(said, base.conversation()),
        review);
  }

  /** One that a colleague has added. */
  static Curated added(Conversation said, Placing placing, studio.timbre.model.Split otherwise) {
    return placing.place(said, otherwise, Status.DRAFT);
  }

  private static Conversation withTheirLineEnds(Conversation said, Conversation base) {
    if (said.messages().size() != base.messages().size()) {
      return said;
    }
    var messages = new ArrayList<Message>();
    for (int i = 0; i < said.messages().size(); i++) {
      var now = said.messages().get(i);
      var before = base.messages().get(i);
      boolean same =
          now.content() instanceof Content.Text(var text)
              && before.content() instanceof Content.Text(var then)
              && isSame(text, then);
      messages.add(
          same
              ? new Message(now.role(), before.content(), now.name(), now.weight(), now.extras())
              : now);
    }
    var kept = new Conversation(messages, said.extras());
    return Optional.of(base).filter(kept::equals).orElse(kept);
  }

  private static boolean isSame(String text, String other) {
    return text.equals(other) || unified(text).equals(unified(other));
  }

  private static String unified(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
