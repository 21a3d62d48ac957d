package studio.timbre.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import studio.timbre.checks.Encoding;
import studio.timbre.checks.Mark;
import studio.timbre.checks.StandIns;
import studio.timbre.checks.TextProblem;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.store.PassedProblems;

/**
 * What can be done about a finding: see where it is, have it mended where that is safe, or let it pass with a reason. Belongs off the
 * JavaFX thread. Got from {@link ProjectSession#mending}.
 */
public final class Mending {
  /** Kinds that are mended by a rule; what is private is so too. */
  private static final Set<String> BY_RULE =
      Set.of(
          TextProblem.BROKEN_ENCODING.kind(),
          FormatProblem.DUPLICATE.kind(),
          FormatProblem.WEIGHT_ON_NON_ASSISTANT.kind(),
          FormatProblem.DEVELOPER_ROLE.kind());

  /** All that is private, of whatever kind. No look finds it as such: see {@link Checking#privateData}. */
  public static final String PRIVATE_DATA = "private_data";

  private static final int ROWS_AT_ONCE = 250;

  private final ProjectSession session;
  private final PassedProblems passed;

  Mending(ProjectSession session, PassedProblems passed) {
    this.session = session;
    this.passed = passed;
  }

  /**
   * A place where something is amiss, with some words around it.
   *
   * @param found what it is about; empty where it is about the whole, of which the words are the beginning
   * @param mended what would stand there; empty where nothing would change
   * @param more what follows close behind it in the same text
   * @param elsewhere how many more places the conversation has
   */
  public record Example(
      long conversation,
      String before,
      String found,
      String after,
      Optional<String> mended,
      List<Next> more,
      int elsewhere) {
    public Example {
      more = List.copyOf(more);
    }
  }

  /** A further place, and the words behind it. */
  public record Next(String found, Optional<String> mended, String after) {}

  /**
   * What somebody let pass in one act.
   *
   * @param conversations how many of them stand as they did then
   * @param first the least number of those
   */
  public record Passed(
      String kind, long conversations, long first, String reason, String who, Instant when) {
    private static Passed of(PassedProblems.Passed one) {
      return new Passed(
          one.kind(), one.conversations(), one.first(), one.reason(), one.who(), one.when());
    }

    private PassedProblems.Passed stored() {
      return new PassedProblems.Passed(kind, conversations, first, reason, who, when);
    }
  }

  /** Whether all of a kind can be mended at once. */
  public static boolean mends(String kind) {
    return BY_RULE.contains(kind) || replaces(kind) || moves(kind);
  }

  /** Whether mending puts stand-ins for what is private. */
  public static boolean replaces(String kind) {
    return kind.equals(PRIVATE_DATA) || textKind(kind).filter(TextProblem::isPrivate).isPresent();
  }

  /** Whether mending moves conversations to the side of those that are nearly the same. */
  public static boolean moves(String kind) {
    return kind.equals(TextProblem.HELD_OUT_LEAK.kind())
        || kind.equals(FormatProblem.HELD_OUT_OVERLAP.kind());
  }

  /** Whether mending takes conversations out instead of changing them. */
  public static boolean deletes(String kind) {
    return kind.equals(FormatProblem.DUPLICATE.kind());
  }

  private static Optional<TextProblem> textKind(String kind) {
    for (var problem : TextProblem.values()) {
      if (problem.kind().equals(kind)) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  /** The first place in each of these conversations; numbers that are gone are left out. */
  public List<Example> examples(String kind, long... ids) {
    var examples = new ArrayList<Example>();
    var language = new TextLanguage();
    var wanted = new WantedMarks(kind, passed.all());
    for (var row : session.rows(ids)) {
      examples.add(ExamplePlaces.example(row.id(), wanted, row.conversation(), language));
    }
    return examples;
  }

  /**
   * Mends all of a kind in these conversations, as one step of undo.
   *
   * @return how many conversations were changed, moved or taken out
   */
  public int mend(String kind, Progress progress, long... ids) {
    if (deletes(kind)) {
      long[] copies = copies(progress, ids);
      if (copies.length > 0) {
        session.bulk().delete(progress, copies);
      }
      return copies.length;
    }
    if (moves(kind)) {
      return session.checking().holdingOut().reunite(progress, ids);
    }
    var language = new TextLanguage();
    var wanted = new WantedMarks(kind, passed.all());
    long[] touched =
        inParts(
            ids,
            progress,
            row ->
                !mended(row.id(), wanted, row.conversation(), language).equals(row.conversation()));
    if (touched.length > 0) {
      session
          .bulk()
          .transform(
              kind.equals(PRIVATE_DATA) ? "redact" : "mend",
              (id, curated) ->
                  curated.withConversation(mended(id, wanted, curated.conversation(), language)),
              progress,
              touched);
    }
    return touched.length;
  }

  /** Those that say what another before them says. */
  private long[] copies(Progress progress, long... ids) {
    var seen = new HashSet<List<Object>>();
    return inParts(
        ids, progress, row -> !seen.add(List.of(row.split(), Fingerprint.of(row.conversation()))));
  }

  /** The numbers of those that match, some rows at a time. */
  private long[] inParts(long[] ids, Progress progress, Predicate<ConversationRow> wanted) {
    var matching = LongStream.builder();
    for (int from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      if (progress.isCancelled()) {
        throw new CancellationException("mending was cancelled");
      }
      progress.report(from, ids.length);
      long[] part = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + ROWS_AT_ONCE));
      session.rows(part).stream()
          .filter(wanted)
          .mapToLong(ConversationRow::id)
          .forEach(matching::add);
    }
    return matching.build().toArray();
  }

  private static Conversation mended(
      long id, WantedMarks wanted, Conversation conversation, TextLanguage language) {
    String kind = wanted.kind();
    if (kind.equals(TextProblem.BROKEN_ENCODING.kind())) {
      return rewritten(conversation, (number, text) -> Encoding.mended(text));
    }
    if (kind.equals(FormatProblem.WEIGHT_ON_NON_ASSISTANT.kind())) {
      return each(
          conversation,
          message ->
              message.role().isAssistant() ? message : message.withWeight(OptionalInt.empty()));
    }
    if (kind.equals(FormatProblem.DEVELOPER_ROLE.kind())) {
      return each(
          conversation,
          message ->
              message.role().equals(Role.DEVELOPER) ? message.withRole(Role.SYSTEM) : message);
    }
    List<Mark> marks = wanted.in(id, conversation);
    if (marks.isEmpty()) {
      return conversation;
    }
    var standIns = new StandIns(language.of(conversation));
    return rewritten(conversation, (number, text) -> standIns.redacted(number, text, marks));
  }

  /** Answers the new text of a place. */
  @FunctionalInterface
  private interface Rewriting {
    String of(int number, String text);
  }

  private static Conversation rewritten(Conversation conversation, Rewriting rewriting) {
    return ConversationTexts.rewritten(
        conversation,
        (number, place) ->
            Optional.of(rewriting.of(number, place.text()))
                .filter(text -> !text.equals(place.text())));
  }

  private static Conversation each(Conversation conversation, UnaryOperator<Message> change) {
    return conversation.withMessages(conversation.messages().stream().map(change).toList());
  }

  /**
   * Lets a finding pass in these conversations, as long as their texts stay as they are.
   *
   * @return what came of it; empty where there was nothing left to let pass
   * @throws CancellationException where it is cancelled; nothing is let pass then
   */
  public Optional<Passed> letPass(String kind, String reason, Progress progress, long... ids) {
    var act = passed.add(kind, reason, progress, ids).map(Passed::of);
    session.tell();
    return act;
  }

  /** The acts by which something was let pass, the newest first. */
  public List<Passed> passed() {
    return passed.list().stream().map(Passed::of).toList();
  }

  /** The conversations of one of them that stand as they did then. */
  public long[] conversations(Passed act) {
    return passed.conversations(act.stored());
  }

  /** Finds all of it again. */
  public void findAgain(Passed act) {
    passed.remove(act.stored());
    session.tell();
  }

  /** Finds it again in these conversations; answers in how many of them it was let pass. */
  public int findAgain(String kind, long... ids) {
    int found = passed.remove(kind, ids);
    session.tell();
    return found;
  }
}
