package studio.timbre.app;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/** Finds a text in the messages of many conversations and puts another in its place. Belongs off the JavaFX thread. */
public final class FindAndReplace {
  private static final int ROWS_AT_ONCE = 250;

  private final ProjectSession session;

  public FindAndReplace(ProjectSession session) {
    this.session = session;
  }

  /**
   * What to look for and where.
   *
   * @param words what was typed, by which the index of the project narrows the search; empty for a regular expression
   * @param role whose messages; empty for everybody's
   */
  public record Request(TextPattern pattern, String words, Optional<Role> role) {

    boolean concerns(Message message) {
      return role.map(message.role()::equals).orElse(true)
          && message.content() instanceof Content.Text;
    }
  }

  /**
   * Messages in which something would change; the two lists belong together place by place.
   *
   * @param conversations their numbers, each as often as it has such messages
   * @param messages places in the conversation, from 0
   */
  public record Hits(long[] conversations, int[] messages) {
    public int count() {
      return messages.length;
    }
  }

  /**
   * Looks for every message that would change.
   *
   * @param ids the conversations to look at, in the order in which they are told
   * @throws UserFacingException where the pattern cannot be used
   * @throws CancellationException when it is cancelled
   */
  public Hits find(Request request, Progress progress, long... ids) throws UserFacingException {
    long[] candidates = narrowed(request.words(), ids);
    var found = new Collected();
    for (int from = 0; from < candidates.length; from += ROWS_AT_ONCE) {
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
      progress.report(from, candidates.length);
      int to = Math.min(candidates.length, from + ROWS_AT_ONCE);
      for (var row : session.rows(Arrays.copyOfRange(candidates, from, to))) {
        var messages = row.conversation().messages();
        for (int place = 0; place < messages.size(); place++) {
          var message = messages.get(place);
          if (request.concerns(message) && request.pattern().replaced(message.text()).isPresent()) {
            found.add(row.id(), place);
          }
        }
      }
    }
    return found.hits();
  }

  /** Those of the conversations that have the words anywhere: the index of the project knows. */
  private long[] narrowed(String words, long... ids) {
    if (words.isBlank()) {
      return ids;
    }
    long[] having = session.ids(ConversationQuery.of(ConversationFilter.ALL.withSearch(words)));
    Arrays.sort(having);
    return Arrays.stream(ids).filter(id -> Arrays.binarySearch(having, id) >= 0).toArray();
  }

  /**
   * Replaces in what was found, as one step of undo. A message that was changed meanwhile is looked at anew.
   *
   * @param leftOut places in the list of what was found that stay as they are
   * @return how many messages were changed
   * @throws CancellationException when it is cancelled; then nothing is replaced
   */
  public int replace(Request request, Hits hits, BitSet leftOut, Progress progress)
      throws UserFacingException {
    try {
      return session.write(
          "replace",
          pen -> {
            int changed = 0;
            for (int hit = 0; hit < hits.count(); hit++) {
              if (progress.isCancelled()) {
                throw new CancellationException();
              }
              if (hit % ROWS_AT_ONCE == 0) {
                progress.report(hit, hits.count());
              }
              if (!leftOut.get(hit)) {
                long id = hits.conversations()[hit];
                int place = hits.messages()[hit];
                var before = pen.find(id);
                var after = before.flatMap(now -> replaced(request, now.conversation(), place));
                if (after.isPresent()) {
                  pen.put(id, before.orElseThrow().withConversation(after.get()));
                  changed++;
                }
              }
            }
            return changed;
          });
    } catch (Unusable unusable) {
      throw unusable.reason();
    }
  }

  private static Optional<Conversation> replaced(
      Request request, Conversation conversation, int place) {
    if (place >= conversation.messages().size()) {
      return Optional.empty();
    }
    var message = conversation.messages().get(place);
    if (!request.concerns(message)) {
      return Optional.empty();
    }
    try {
      return request
          .pattern()
          .replaced(message.text())
          .map(change -> conversation.withMessage(place, message.withText(change.text())));
    } catch (UserFacingException reason) {
      throw new Unusable(reason);
    }
  }

  /** Carries the reason through the work of an act. */
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UserFacingException reason;

    Unusable(UserFacingException reason) {
      super(reason);
      this.reason = reason;
    }

    UserFacingException reason() {
      return reason;
    }
  }

  /** Twelve bytes for each message. */
  private static final class Collected {
    private long[] conversations = new long[64];
    private int[] messages = new int[64];
    private int count;

    void add(long conversation, int message) {
      if (count == messages.length) {
        conversations = Arrays.copyOf(conversations, 2 * count);
        messages = Arrays.copyOf(messages, 2 * count);
      }
      conversations[count] = conversation;
      messages[count++] = message;
    }

    Hits hits() {
      return new Hits(Arrays.copyOf(conversations, count), Arrays.copyOf(messages, count));
    }
  }
}
