package studio.timbre.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** The answers of a conversation that a guide is for: those that are trained on and have words. */
final class Answers {
  private Answers() {}

  /**
   * One of them.
   *
   * @param message its place among the messages
   */
  record Answer(int message, Judged judged) {}

  /** @param language see {@link VoiceScorer} */
  static List<Answer> of(Conversation conversation, Function<String, String> language) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < conversation.messages().size(); i++) {
      var message = conversation.messages().get(i);
      if (message.isTrained() && !message.text().isBlank()) {
        places.add(i);
      }
    }
    return places.stream()
        .map(
            place ->
                new Answer(
                    place,
                    new Judged(
                        new AnswerText(conversation.messages().get(place).text()),
                        place.equals(places.getFirst()),
                        place.equals(places.getLast()),
                        text -> language(text, conversation, language))))
        .toList();
  }

  /** A short answer is in the language of its conversation. */
  private static String language(
      String answer, Conversation conversation, Function<String, String> language) {
    String known = language.apply(answer);
    return ReadingLevel.of(known).isPresent()
        ? known
        : language.apply(
            conversation.messages().stream()
                .filter(message -> message.role().isAssistant() || message.role().equals(Role.USER))
                .map(Message::text)
                .collect(Collectors.joining("\n")));
  }
}
