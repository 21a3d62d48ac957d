package studio.timbre.cli;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.app.Hearing;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** Asks two voices the same and shows their answers one under the other. */
final class Comparison {
  private static final int WIDTH = 78;
  private static final String MARGIN = "          ";

  /** The likeliest words, so that the same model says the same. */
  private static final Sampling SAMPLING = new Sampling(0, 120, 1);

  private final Hearing hearing;
  private final Voice before;
  private final Voice after;
  private final Output output;

  Comparison(Hearing hearing, Voice before, Voice after, Output output) {
    this.hearing = hearing;
    this.before = before;
    this.after = after;
    this.output = output;
  }

  /** Puts the conversation up to its first answer to both. */
  void ask(Conversation conversation) throws UserFacingException, InterruptedException {
    var question = untilFirstAnswer(conversation);
    var first = new SpokenAnswer(_ -> {});
    var second = new SpokenAnswer(_ -> {});
    hearing.ask(before, question, SAMPLING, first);
    hearing.ask(after, question, SAMPLING, second);
    tell("they say", conversation.question());
    tell("before", first.await().text());
    tell("after", second.await().text());
    output.say("");
  }

  private static List<Message> untilFirstAnswer(Conversation conversation) {
    var question = new ArrayList<Message>();
    for (var message : conversation.messages()) {
      if (message.role().isAssistant()) {
        break;
      }
      question.add(message);
    }
    return question;
  }

  private void tell(String who, String text) {
    String label = who;
    for (String line : wrapped(text.strip(), WIDTH - MARGIN.length())) {
      output.say((label + MARGIN.substring(label.length()) + line).stripTrailing());
      label = "";
    }
  }

  /** The text in lines of at most so many characters, broken between words; its own line breaks stay. */
  static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    for (String paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
