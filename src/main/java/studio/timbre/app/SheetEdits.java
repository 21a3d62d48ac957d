package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport.Refusal;
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
   * note in which a spreadsheet program has only written other line ends. Texts are looked at by {@link #withoutSpelling}.
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
        placing.status().orElse(base.status()), placing.split().orElse(base.split()), said, review);
  }

  /** Whether rows are missing that were written for a conversation. */
  static boolean lacks(Conversation base, SheetPlace place) {
    return !place.lines().isEmpty() && !missing(base, place).isEmpty();
  }

  private static List<Integer> missing(Conversation base, SheetPlace place) {
    return IntStream.rangeClosed(1, base.messages().size())
        .filter(line -> !place.lines().contains(line))
        .boxed()
        .toList();
  }

  /**
   * With the messages whose rows are gone from the table, each behind the one that it followed: a table that was filtered, or cut off,
   * has lost rows that nobody wanted to delete.
   */
  static Conversation withGone(Conversation said, Conversation base, SheetPlace place) {
    var messages = new ArrayList<>(said.messages());
    var lines = new ArrayList<>(place.lines());
    for (int line : missing(base, place)) {
      int at = line == 1 ? 0 : lines.lastIndexOf(line - 1) + 1;
      messages.add(at, base.messages().get(line - 1));
      lines.add(at, line);
    }
    return new Conversation(messages, said.extras());
  }

  /** One that a colleague has added. */
  static Curated added(Conversation said, Placing placing, studio.timbre.model.Split otherwise) {
    return placing.place(said, otherwise, Status.DRAFT);
  }

  /** The texts of a conversation that only a spreadsheet program has changed, as they were. */
  static Conversation withoutSpelling(Conversation said, Conversation base, SheetPlace place) {
    var messages = new ArrayList<Message>();
    for (int i = 0; i < said.messages().size(); i++) {
      var now = said.messages().get(i);
      var before = before(i, said, base, place);
      boolean same =
          before.isPresent()
              && now.content() instanceof Content.Text(var text)
              && before.get().content() instanceof Content.Text(var then)
              && isSame(text, then);
      messages.add(
          same
              ? new Message(
                  now.role(), before.get().content(), now.name(), now.weight(), now.extras())
              : now);
    }
    return new Conversation(messages, said.extras());
  }

  /** What a message of the rows was when the table was written; empty for one that was added. */
  private static Optional<Message> before(
      int index, Conversation said, Conversation base, SheetPlace place) {
    int count = said.messages().size();
    int line =
        place.lines().size() == count
            ? place.lines().get(index)
            : base.messages().size() == count ? index + 1 : 0;
    return line > 0 && line <= base.messages().size()
        ? Optional.of(base.messages().get(line - 1))
        : Optional.empty();
  }

  private static boolean isSame(String text, String other) {
    return text.equals(other) || unified(text).equals(unified(other)) || Respelled.is(text, other);
  }

  /** What a spreadsheet program has spelled in its own way, and how it was before. */
  record Spelling(String now, String before) {
    Refusal told(long row, long conversation) {
      return new Refusal(
          row,
          "",
          "pack.sheet.respelled",
          "\"%s\" instead of \"%s\" in conversation %d, as spreadsheet programs write it by themselves"
              .formatted(now, before, conversation),
          List.of(now, before, String.valueOf(conversation)));
    }
  }

  /** Texts that only a spreadsheet program has changed; they stay as they were. */
  static List<Spelling> respelled(Conversation said, Conversation base, SheetPlace place) {
    var found = new ArrayList<Spelling>();
    for (int i = 0; i < said.messages().size(); i++) {
      var then = before(i, said, base, place);
      if (then.isPresent()
          && said.messages().get(i).content() instanceof Content.Text(var now)
          && then.get().content() instanceof Content.Text(var before)
          && !unified(now).equals(unified(before))
          && Respelled.is(now, before)) {
        found.add(new Spelling(now, before));
      }
    }
    return found;
  }

  private static String unified(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
