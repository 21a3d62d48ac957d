package studio.timbre.app.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Review;

/**
 * Takes one change of a conversation back and leaves what was done to it since: what the change altered is put back where it still
 * stands, message by message and mark by mark. Where later changes have altered the same, the two clash, and a person decides.
 */
public final class TakeBack {

  /**
   * Something that the change altered and later changes altered again.
   *
   * @param name as in {@link FieldChange}, or {@code messages} for a stretch of messages, or {@code conversation} for all of it
   * @param now as it is
   * @param before as it was before the change that is taken back
   */
  public record Clash(String name, String now, String before) {}

  private final ConversationChange change;
  private final Optional<Curated> now;
  private final List<Clash> clashes = new ArrayList<>();
  private final Optional<Curated> kept;

  /**
   * @param now the conversation as it is
   */
  public TakeBack(ConversationChange change, Optional<Curated> now) {
    this.change = change;
    this.now = now;
    this.kept = new Merge(clashes, index -> false).conversation();
  }

  public ConversationChange change() {
    return change;
  }

  /** The conversation that it was thought out for. */
  public Optional<Curated> now() {
    return now;
  }

  /** What a person decides, in the order of the conversation. */
  public List<Clash> clashes() {
    return List.copyOf(clashes);
  }

  /** Whether there is nothing left of the change that could be put back. */
  public boolean isNothing() {
    return clashes.isEmpty() && kept.equals(now);
  }

  /**
   * The conversation without the change; empty where it is to go.
   *
   * @param putBack of each clash, by its number, whether it becomes again as it was before
   */
  public Optional<Curated> result(IntPredicate putBack) {
    return new Merge(new ArrayList<>(), putBack).conversation();
  }

  /** One way through, which asks at each clash. */
  private final class Merge {
    private final List<Clash> found;
    private final IntPredicate putBack;

    Merge(List<Clash> found, IntPredicate putBack) {
      this.found = found;
      this.putBack = putBack;
    }

    Optional<Curated> conversation() {
      if (change.before().isEmpty() || change.after().isEmpty() || now.isEmpty()) {
        return pick("conversation", change.after(), now, change.before(), TakeBack::text);
      }
      var after = change.after().get();
      var present = now.get();
      var before = change.before().get();
      return Optional.of(
          new Curated(
              mark("status", after, present, before, Curated::status),
              mark("split", after, present, before, Curated::split),
              new Conversation(
                  messages(
                      after.conversation().messages(),
                      present.conversation().messages(),
                      before.conversation().messages()),
                  extras(
                      after.conversation().extras(),
                      present.conversation().extras(),
                      before.conversation().extras())),
              review(after, present, before)));
    }

    private Review review(Curated after, Curated present, Curated before) {
      // Tags go and come one by one, and so never clash.
      var tags = new TreeSet<>(present.review().tags());
      after.review().tags().stream()
          .filter(tag -> !before.review().tags().contains(tag))
          .forEach(tags::remove);
      before.review().tags().stream()
          .filter(tag -> !after.review().tags().contains(tag))
          .forEach(tags::add);
      return new Review(
          mark("rating", after, present, before, state -> state.review().rating()),
          tags,
          mark("note", after, present, before, state -> state.review().note()),
          mark("assignee", after, present, before, state -> state.review().assignee()));
    }

    private <T> T mark(
        String name, Curated after, Curated present, Curated before, Function<Curated, T> part) {
      return pick(
          name, part.apply(after), part.apply(present), part.apply(before), String::valueOf);
    }

    private <T> T pick(
        String name, T after, T present, T before, Function<? super T, String> text) {
      if (after.equals(before) || present.equals(before)) {
        return present;
      }
      if (present.equals(after)) {
        return before;
      }
      found.add(new Clash(name, text.apply(present), text.apply(before)));
      return putBack.test(found.size() - 1) ? before : present;
    }

    private Map<String, String> extras(
        Map<String, String> after, Map<String, String> present, Map<String, String> before) {
      var keys = new LinkedHashSet<>(present.keySet());
      keys.addAll(before.keySet());
      var merged = new LinkedHashMap<String, String>();
      for (String key : keys) {
        pick(
                key,
                Optional.ofNullable(after.get(key)),
                Optional.ofNullable(present.get(key)),
                Optional.ofNullable(before.get(key)),
                value -> value.orElse(""))
            .ifPresent(value -> merged.put(key, value));
      }
      return merged;
    }

    private List<Message> messages(
        List<Message> after, List<Message> present, List<Message> before) {
      var merged = new ArrayList<Message>();
      for (var stretch : Stretch.of(after, present, before)) {
        merged.addAll(
            pick("messages", stretch.base(), stretch.one(), stretch.other(), TakeBack::said));
      }
      return merged;
    }
  }

  private static String text(Optional<Curated> state) {
    return state.map(curated -> said(curated.conversation().messages())).orElse("");
  }

  private static String said(List<Message> messages) {
    if (messages.size() == 1) {
      return messages.getFirst().text();
    }
    return messages.stream()
        .map(message -> message.role().name() + ": " + message.text())
        .collect(Collectors.joining("\n"));
  }
}
