package studio.timbre.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import studio.timbre.json.ToolDefinitions;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/** Conversations are put together and taken apart; each verb is one step of undo. */
public final class Joining {
  private final ProjectSession session;

  Joining(ProjectSession session) {
    this.session = session;
  }

  /**
   * Appends conversations to the first of them, which keeps its number; the others are deleted. Instructions that repeat those of the
   * first are left out.
   *
   * @return why nothing was done, where no conversation can hold what they carry
   */
  public Optional<UserFacingException> merge(long... ids) {
    try {
      session.write(
          "join",
          pen -> {
            merge(pen, ids);
            return true;
          });
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused.problem);
    }
  }

  private static void merge(Pen pen, long... ids) {
    Optional<Curated> whole = Optional.empty();
    long kept = 0;
    for (long id : ids) {
      var next = pen.find(id);
      if (whole.isEmpty()) {
        whole = next;
        kept = id;
      } else if (next.isPresent()) {
        var first = whole.get();
        whole =
            Optional.of(
                first.withConversation(joined(first.conversation(), next.get().conversation())));
        pen.delete(id);
      }
    }
    if (whole.isPresent()) {
      pen.put(kept, whole.get());
    }
  }

  /** The second behind the first. */
  static Conversation joined(Conversation first, Conversation second) {
    if (first.isPair()) {
      throw new Refused(
          new UserFacingException(
              "merge.refused.pair",
              "A preference pair ends with its two answers, so nothing can follow it. Make it an"
                  + " ordinary example first."));
    }
    var messages = new ArrayList<>(first.messages());
    messages.addAll(withoutRepeated(first, second));
    var result = first.withMessages(messages);
    for (var extra : second.extras().entrySet()) {
      String mine = first.extras().get(extra.getKey());
      if (mine == null) {
        result = result.withExtra(extra.getKey(), Optional.of(extra.getValue()));
      } else if (extra.getKey().equals("tools")) {
        result =
            result.withExtra("tools", Optional.of(ToolDefinitions.union(mine, extra.getValue())));
      } else if (!mine.equals(extra.getValue())) {
        throw new Refused(
            new UserFacingException(
                "merge.refused.key",
                "The conversations carry different values of \"%s\", of which only one can be kept."
                    .formatted(extra.getKey()),
                extra.getKey()));
      }
    }
    return result;
  }

  private static List<Message> withoutRepeated(Conversation first, Conversation second) {
    var messages = second.messages();
    boolean repeats =
        !messages.isEmpty()
            && !first.messages().isEmpty()
            && isFrame(messages.getFirst())
            && messages.getFirst().equals(first.messages().getFirst());
    return repeats ? messages.subList(1, messages.size()) : messages;
  }

  private static boolean isFrame(Message message) {
    return message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER);
  }

  /** Makes a new conversation of some messages of another, right behind it; answers its number, or nothing where it is gone. */
  public Optional<Long> takeOut(long id, SequencedSet<Integer> messages) {
    var chosen = new LinkedHashSet<>(messages);
    return session.write(
        "stretch",
        pen ->
            pen.find(id)
                .map(
                    from ->
                        pen.add(
                            Curated.draft(Turns.stretch(from.conversation(), chosen), from.split()),
                            Place.behind(id))));
  }

  /** Puts a conversation right behind another as a draft of the same use; answers its number. */
  public Optional<Long> addBehind(long id, String kind, Conversation conversation) {
    return session.write(
        kind,
        pen ->
            pen.find(id)
                .map(from -> pen.add(Curated.draft(conversation, from.split()), Place.behind(id))));
  }

  /** Carries a refusal out of an act, of which nothing is done then. */
  static final class Refused extends RuntimeException {
    private final transient UserFacingException problem;

    Refused(UserFacingException problem) {
      super(problem);
      this.problem = problem;
    }
  }
}
