package studio.timbre.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/**
 * What is done to many conversations at once: each verb is one step of undo, tells how far it is in conversations, and does nothing
 * of it when it is cancelled, which it answers by {@link CancellationException}. Numbers that are gone are passed over. All of
 * them belong off the JavaFX thread. Got from {@link ProjectSession#bulk}.
 */
public final class BulkEdits {
  private final ProjectSession session;

  BulkEdits(ProjectSession session) {
    this.session = session;
  }

  public void setStatus(Status status, Progress progress, long... ids) {
    transform("status", curated -> curated.withStatus(status), progress, ids);
  }

  public void setSplit(Split split, Progress progress, long... ids) {
    transform("split", curated -> curated.withSplit(split), progress, ids);
  }

  /** Parts them into training and held out: see {@link HoldingOut#holdOut}. */
  public void holdOut(double share, Progress progress, long... ids) {
    session.checking().holdingOut().holdOut(share, progress, ids);
  }

  /**
   * Gives stars.
   *
   * @param stars from 1 to 5, or 0 for none
   */
  public void rate(int stars, Progress progress, long... ids) {
    review("rate", review -> review.withRating(stars), progress, ids);
  }

  /** @param tag or several, as {@link Review#tagsIn} parts them */
  public void tag(String tag, Progress progress, long... ids) {
    review("tag", review -> review.withTags(with(review.tags(), tag)), progress, ids);
  }

  /** @param tag one that is there, or several as {@link Review#tagsIn} parts them */
  public void untag(String tag, Progress progress, long... ids) {
    review("untag", review -> review.withTags(without(review.tags(), tag)), progress, ids);
  }

  /**
   * Says whose turn it is.
   *
   * @param person empty for nobody's
   */
  public void assign(String person, Progress progress, long... ids) {
    review("assign", review -> review.withAssignee(person), progress, ids);
  }

  /** Replaces the note on each. */
  public void setNote(String note, Progress progress, long... ids) {
    review("note", review -> review.withNote(note), progress, ids);
  }

  /** Replaces the text of every system message, or puts one at the head where there is none; an empty text takes them out. */
  public void replaceSystem(String text, Progress progress, long... ids) {
    conversations("system", conversation -> withSystem(conversation, text), progress, ids);
  }

  /** Keeps every answer out of the training. */
  public void muteAnswers(Progress progress, long... ids) {
    conversations(
        "mute", conversation -> withWeight(conversation, OptionalInt.of(0)), progress, ids);
  }

  /** Lets every answer be learned again. */
  public void unmuteAnswers(Progress progress, long... ids) {
    conversations(
        "unmute", conversation -> withWeight(conversation, OptionalInt.empty()), progress, ids);
  }

  public void delete(Progress progress, long... ids) {
    act("delete", (pen, id) -> pen.delete(id), progress, ids);
  }

  /** Puts a copy of each right behind it, as a draft that nobody has looked at; answers the copies' numbers. */
  public long[] duplicate(Progress progress, long... ids) {
    var copies = LongStream.builder();
    act(
        "duplicate",
        (pen, id) ->
            pen.find(id)
                .map(original -> Curated.draft(original.conversation(), original.split()))
                .ifPresent(copy -> copies.add(pen.add(copy, Place.behind(id)))),
        progress,
        ids);
    return copies.build().toArray();
  }

  /** Adds conversations at a place, in their order, as drafts; answers their numbers. */
  public long[] add(
      Collection<Conversation> conversations, Split split, Place place, Progress progress) {
    return session.write(
        "add",
        pen -> {
          var steps = new Steps(progress, conversations.size());
          var added = new long[conversations.size()];
          var next = place;
          int count = 0;
          for (var conversation : conversations) {
            long id = pen.add(Curated.draft(conversation, split), next);
            next = place instanceof Place.End ? place : Place.behind(id);
            added[count++] = id;
            steps.done();
          }
          return added;
        });
  }

  /**
   * Any change that looks at one conversation at a time.
   *
   * @param kind the end of the message key {@code change.<kind>}
   * @param change may answer what it was given
   */
  public void transform(
      String kind, UnaryOperator<Curated> change, Progress progress, long... ids) {
    transform(kind, (id, curated) -> change.apply(curated), progress, ids);
  }

  /** As the other, for a change that knows which conversation it is. */
  void transform(
      String kind, BiFunction<Long, Curated, Curated> change, Progress progress, long... ids) {
    act(
        kind,
        (pen, id) -> pen.find(id).ifPresent(curated -> pen.put(id, change.apply(id, curated))),
        progress,
        ids);
  }

  private void review(String kind, UnaryOperator<Review> change, Progress progress, long... ids) {
    transform(kind, curated -> curated.withReview(change.apply(curated.review())), progress, ids);
  }

  private void conversations(
      String kind, UnaryOperator<Conversation> change, Progress progress, long... ids) {
    transform(
        kind,
        curated -> curated.withConversation(change.apply(curated.conversation())),
        progress,
        ids);
  }

  /** What is done to one conversation of many. */
  @FunctionalInterface
  private interface Stroke {
    void make(Pen pen, long id);
  }

  private void act(String kind, Stroke stroke, Progress progress, long... ids) {
    session.write(
        kind,
        pen -> {
          var steps = new Steps(progress, ids.length);
          for (long id : ids) {
            stroke.make(pen, id);
            steps.done();
          }
          return ids;
        });
  }

  private static Collection<String> with(Collection<String> tags, String tag) {
    var all = new TreeSet<>(tags);
    all.addAll(Review.tagsIn(tag));
    return all;
  }

  private static Collection<String> without(Collection<String> tags, String tag) {
    var rest = new TreeSet<>(tags);
    if (!rest.remove(tag.strip())) {
      Review.tagsIn(tag).forEach(rest::remove);
    }
    return rest;
  }

  private static Conversation withSystem(Conversation conversation, String text) {
    var messages = new ArrayList<Message>();
    boolean found = false;
    for (var message : conversation.messages()) {
      boolean system = message.role().equals(Role.SYSTEM);
      if (!system) {
        messages.add(message);
      } else if (!text.isEmpty()) {
        messages.add(message.text().equals(text) ? message : message.withText(text));
      }
      found |= system;
    }
    if (!found && !text.isEmpty()) {
      messages.addFirst(Message.of(Role.SYSTEM, text));
    }
    return conversation.withMessages(messages);
  }

  private static Conversation withWeight(Conversation conversation, OptionalInt weight) {
    List<Message> messages =
        conversation.messages().stream()
            .map(message -> message.role().isAssistant() ? message.withWeight(weight) : message)
            .toList();
    return conversation.withMessages(messages);
  }
}
