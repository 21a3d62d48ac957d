package studio.timbre.app;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import studio.timbre.app.ConversationTexts.Place;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Finds words in the texts of many conversations and puts others in their place; which texts these are, {@link ConversationTexts} knows.
 * Belongs off the JavaFX thread.
 */
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

    /** What would become of a text; empty where it stays. */
    Optional<TextPattern.Change> change(Place place) throws UserFacingException {
      boolean concerned = role.map(place.message().role()::equals).orElse(true);
      return concerned ? pattern.replaced(place.text()) : Optional.empty();
    }
  }

  /**
   * Texts that would change. The three lists belong together place by place, and the texts of a conversation stand together.
   *
   * @param conversations their numbers, each as often as it has such texts
   * @param texts places in the list of {@link ConversationTexts#of}, from 0
   * @param prints of the texts as they are, by {@link String#hashCode}
   */
  public record Hits(long[] conversations, int[] texts, int[] prints) {
    public int count() {
      return texts.length;
    }

    /** The place of a hit; empty where something else stands there by now. */
    public Optional<Place> place(int hit, Conversation conversation) {
      var places = ConversationTexts.of(conversation);
      return texts[hit] < places.size() && shows(hit, places.get(texts[hit]))
          ? Optional.of(places.get(texts[hit]))
          : Optional.empty();
    }

    private boolean shows(int hit, Place place) {
      return place.text().hashCode() == prints[hit];
    }

    /** The first hit behind this one that is in another conversation. */
    private int next(int hit) {
      int next = hit + 1;
      while (next < count() && conversations[next] == conversations[hit]) {
        next++;
      }
      return next;
    }
  }

  /**
   * Looks for every text that would change.
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
        var places = ConversationTexts.of(row.conversation());
        for (int text = 0; text < places.size(); text++) {
          if (request.change(places.get(text)).isPresent()) {
            found.add(row.id(), text, places.get(text).text().hashCode());
          }
        }
      }
    }
    return found.hits();
  }

  /** Those of the conversations that have the words anywhere, as the index of the project tells. */
  private long[] narrowed(String words, long... ids) {
    if (words.isBlank()) {
      return ids;
    }
    long[] having = session.ids(ConversationQuery.of(ConversationFilter.ALL.withSearch(words)));
    Arrays.sort(having);
    return Arrays.stream(ids).filter(id -> Arrays.binarySearch(having, id) >= 0).toArray();
  }

  /**
   * Replaces in what was found, as one step of undo. A text that was changed meanwhile stays as it is: nobody has seen what would become
   * of it.
   *
   * @param leftOut places in the list of what was found that stay as they are
   * @return how many texts were changed
   * @throws CancellationException when it is cancelled; then nothing is replaced
   */
  public int replace(Request request, Hits hits, BitSet leftOut, Progress progress)
      throws UserFacingException {
    try {
      return session.write(
          "replace",
          pen -> {
            int changed = 0;
            long told = 0;
            int end;
            for (int hit = 0; hit < hits.count(); hit = end) {
              end = hits.next(hit);
              if (progress.isCancelled()) {
                throw new CancellationException();
              }
              if (hit >= told) {
                progress.report(hit, hits.count());
                told = hit + ROWS_AT_ONCE;
              }
              changed += replace(request, hits, hit, end, leftOut, pen);
            }
            return changed;
          });
    } catch (Unusable unusable) {
      throw unusable.reason();
    }
  }

  /** In one conversation, whose hits these are. */
  private static int replace(
      Request request, Hits hits, int first, int end, BitSet leftOut, Pen pen) {
    var wanted = new HashMap<Integer, Integer>();
    for (int hit = first; hit < end; hit++) {
      if (!leftOut.get(hit)) {
        wanted.put(hits.texts()[hit], hit);
      }
    }
    long id = hits.conversations()[first];
    var before = wanted.isEmpty() ? Optional.<Curated>empty() : pen.find(id);
    if (before.isEmpty()) {
      return 0;
    }
    var changed = new AtomicInteger();
    var after =
        ConversationTexts.rewritten(
            before.get().conversation(),
            (number, place) -> {
              var hit = Optional.ofNullable(wanted.get(number));
              var text =
                  hit.filter(known -> hits.shows(known, place))
                      .flatMap(known -> changed(request, place));
              text.ifPresent(ignored -> changed.incrementAndGet());
              return text;
            });
    if (changed.get() > 0) {
      pen.put(id, before.get().withConversation(after));
    }
    return changed.get();
  }

  private static Optional<String> changed(Request request, Place place) {
    try {
      return request.change(place).map(TextPattern.Change::text);
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

  /** Sixteen bytes for each text. */
  private static final class Collected {
    private long[] conversations = new long[64];
    private int[] texts = new int[64];
    private int[] prints = new int[64];
    private int count;

    void add(long conversation, int text, int print) {
      if (count == texts.length) {
        conversations = Arrays.copyOf(conversations, 2 * count);
        texts = Arrays.copyOf(texts, 2 * count);
        prints = Arrays.copyOf(prints, 2 * count);
      }
      conversations[count] = conversation;
      texts[count] = text;
      prints[count++] = print;
    }

    Hits hits() {
      return new Hits(
          Arrays.copyOf(conversations, count),
          Arrays.copyOf(texts, count),
          Arrays.copyOf(prints, count));
    }
  }
}
