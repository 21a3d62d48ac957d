package studio.timbre.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.timbre.json.SpelledTexts.Spelled;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/**
 * Everything in a conversation that somebody may look for by its words: what messages say, also part by part, names of speakers, words of
 * refusal, names and arguments of calls, the rejected answer of a pair, names and descriptions of tools. Roles, numbers of calls, schemas,
 * addresses and pictures are none.
 */
public final class SearchedTexts {
  private static final Predicate<String> OF_TOOLS =
      Pattern.compile(".*/(name|description)").asMatchPredicate();
  private static final Predicate<String> OF_CALLS =
      Pattern.compile("/\\d+/(function|custom)/name").asMatchPredicate();

  private SearchedTexts() {}

  /** In the order of the conversation; the rejected answer and the tools come last. */
  public static List<String> of(Conversation conversation) {
    var texts = new ArrayList<String>();
    conversation.messages().forEach(message -> addTo(texts, message));
    if (conversation.isPair()) {
      PairJson.rejected(conversation)
          .ifPresent(messages -> messages.forEach(message -> addTo(texts, message)));
    }
    of(conversation.extras(), "tools", OF_TOOLS).forEach(texts::add);
    of(conversation.extras(), "functions", OF_TOOLS).forEach(texts::add);
    return texts;
  }

  private static void addTo(List<String> texts, Message message) {
    switch (message.content()) {
      case Content.Text said -> texts.add(said.text());
      case Content.Other parts ->
          SpelledTexts.ofParts(parts.json()).forEach(part -> texts.add(part.text()));
      case Content.Missing _ -> {}
    }
    message.name().ifPresent(texts::add);
    if (message.extras().isEmpty()) {
      return;
    }
    of(message.extras(), "refusal", ""::equals).forEach(texts::add);
    var calls = Optional.ofNullable(message.extras().get("tool_calls"));
    of(message.extras(), "tool_calls", OF_CALLS).forEach(texts::add);
    calls.stream()
        .flatMap(json -> SpelledTexts.argumentsOfCalls(json).stream())
        .flatMap(SearchedTexts::inside)
        .forEach(texts::add);
    of(message.extras(), "function_call", "/name"::equals).forEach(texts::add);
    Optional.ofNullable(message.extras().get("function_call")).stream()
        .flatMap(json -> SpelledTexts.argumentsOfFunction(json).stream())
        .flatMap(SearchedTexts::inside)
        .forEach(texts::add);
  }

  private static Stream<String> of(
      Map<String, String> extras, String key, Predicate<String> pointer) {
    return Optional.ofNullable(extras.get(key)).stream()
        .flatMap(json -> SpelledTexts.values(json).stream())
        .filter(text -> pointer.test(text.pointer()))
        .map(Spelled::text);
  }

  /** Arguments are JSON within a JSON string; what cannot be read as such is taken as it is. */
  private static Stream<String> inside(Spelled arguments) {
    var values = SpelledTexts.values(arguments.text());
    return values.isEmpty() ? Stream.of(arguments.text()) : values.stream().map(Spelled::text);
  }
}
