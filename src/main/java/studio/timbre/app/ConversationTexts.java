package studio.timbre.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import studio.timbre.json.PartsJson;
import studio.timbre.json.SpelledTexts;
import studio.timbre.json.SpelledTexts.Spelled;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/**
 * Every text of a conversation that a model reads as said or learns to say, one by one: what messages say, also part by part, words of
 * refusal, the texts among the arguments of calls, and the rejected answer of a pair. Names of tools and speakers, numbers of calls,
 * addresses, keys and definitions are none: others know them by these words.
 */
public final class ConversationTexts {
  /** What a text is in its message. */
  public enum Kind {
    SAID,
    REFUSAL,
    /** A value among the arguments of a call. */
    ARGUMENT
  }

  /**
   * A text and where it stands.
   *
   * @param message that it belongs to
   * @param rejected whether that is the rejected answer of a pair
   */
  public record Place(Message message, boolean rejected, Kind kind, String text) {}

  /** Answers the new text of a place, or nothing where it stays. */
  @FunctionalInterface
  interface Rewriting {
    Optional<String> of(int number, Place place);
  }

  /** A text of a message, and how the message gets another in its place. */
  private record Writable(Kind kind, String text, BiFunction<Message, String, Message> write) {}

  private ConversationTexts() {}

  /** In the order of the conversation, the rejected answer last. That order stays when texts are exchanged. */
  public static List<Place> of(Conversation conversation) {
    var places = new ArrayList<Place>();
    conversation.messages().forEach(message -> addTo(places, message, false));
    if (conversation.isPair()) {
      Pairs.rejected(conversation).forEach(message -> addTo(places, message, true));
    }
    return places;
  }

  private static void addTo(List<Place> places, Message message, boolean rejected) {
    for (var text : in(message)) {
      places.add(new Place(message, rejected, text.kind(), text.text()));
    }
  }

  /** The conversation with other texts. Everything else stays, in messages also as it is spelled. */
  static Conversation rewritten(Conversation conversation, Rewriting rewriting) {
    var places = of(conversation);
    var changes = new ArrayList<Optional<String>>();
    for (int number = 0; number < places.size(); number++) {
      changes.add(rewriting.of(number, places.get(number)));
    }
    if (changes.stream().allMatch(Optional::isEmpty)) {
      return conversation;
    }
    var next = changes.iterator();
    var result = conversation.withMessages(rewritten(conversation.messages(), next));
    if (!conversation.isPair()) {
      return result;
    }
    var before = Pairs.rejected(conversation);
    var after = rewritten(before, next);
    return after.equals(before) ? result : Pairs.withRejected(result, after);
  }

  private static List<Message> rewritten(
      List<Message> messages, Iterator<Optional<String>> changes) {
    var rewritten = new ArrayList<Message>();
    for (var message : messages) {
      var result = message;
      for (var text : in(message)) {
        var change = changes.next();
        result = change.isPresent() ? text.write().apply(result, change.get()) : result;
      }
      rewritten.add(result);
    }
    return rewritten;
  }

  private static List<Writable> in(Message message) {
    if (message.content() instanceof Content.Text said && message.extras().isEmpty()) {
      return List.of(new Writable(Kind.SAID, said.text(), Message::withText));
    }
    var texts = new ArrayList<Writable>();
    switch (message.content()) {
      case Content.Text said -> texts.add(new Writable(Kind.SAID, said.text(), Message::withText));
      case Content.Other other -> addParts(texts, other);
      case Content.Missing _ -> {}
    }
    MessageParts.refusal(message)
        .ifPresent(
            words ->
                texts.add(
                    new Writable(
                        Kind.REFUSAL,
                        words,
                        (said, text) -> MessageParts.withRefusal(said, Optional.of(text)))));
    if (!ToolTalk.calls(message).isEmpty()) {
      addArguments(texts, message, ToolTalk.CALLS, SpelledTexts::argumentsOfCalls);
    }
    if (ToolTalk.functionCall(message).isPresent()) {
      addArguments(texts, message, ToolTalk.FUNCTION_CALL, SpelledTexts::argumentsOfFunction);
    }
    return texts;
  }

  private static void addParts(List<Writable> texts, Content.Other content) {
    var parts = SpelledTexts.ofParts(content.json());
    for (int i = 0; i < parts.size(); i++) {
      int number = i;
      texts.add(
          new Writable(
              parts.get(i).isRefusal() ? Kind.REFUSAL : Kind.SAID,
              parts.get(i).text(),
              (said, text) -> said.withContent(PartsJson.withText(said.content(), number, text))));
    }
  }

  /** @param arguments finds the arguments of each call in the value of the key */
  private static void addArguments(
      List<Writable> texts,
      Message message,
      String key,
      Function<String, List<Spelled>> arguments) {
    var calls = arguments.apply(message.extras().get(key));
    for (int c = 0; c < calls.size(); c++) {
      int call = c;
      var values = SpelledTexts.values(calls.get(c).text());
      for (int v = 0; v < values.size(); v++) {
        int value = v;
        texts.add(
            new Writable(
                Kind.ARGUMENT,
                values.get(v).text(),
                (said, text) -> {
                  String json = said.extras().get(key);
                  var spelled = arguments.apply(json).get(call);
                  String inside =
                      SpelledTexts.with(
                          spelled.text(), SpelledTexts.values(spelled.text()).get(value), text);
                  return said.withExtra(key, Optional.of(SpelledTexts.with(json, spelled, inside)));
                }));
      }
    }
  }
}
