package studio.timbre.dataset.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.Content;
import studio.timbre.model.Message;

/** One conversation as a transcript, taken line by line. */
public final class Transcript {
  private final List<Message> messages = new ArrayList<>();
  private final List<String> before = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<SpokenLine> speaking = Optional.empty();
  private boolean timed;

  /** The messages of a text that says who speaks at least twice; empty for any other. */
  public static Optional<List<Message>> read(String text) {
    var transcript = new Transcript();
    text.lines().forEach(transcript::take);
    transcript.finish();
    return transcript.messages.size() > 1 && transcript.before.isEmpty()
        ? Optional.of(transcript.messages)
        : Optional.empty();
  }

  void take(String line) {
    var spoken = SpokenLine.of(line);
    if (spoken.isPresent()) {
      finish();
      speaking = spoken;
      timed |= spoken.get().timed();
      text.append(spoken.get().text());
    } else if (speaking.isPresent()) {
      text.append('\n').append(line);
    } else if (!line.isBlank()) {
      before.add(line.strip());
    }
  }

  /** Ends the message that is being said. */
  void finish() {
    speaking.ifPresent(
        by ->
            messages.add(
                new Message(
                    by.role(),
                    Content.of(text.toString().strip()),
                    by.name(),
                    OptionalInt.empty(),
                    Map.of())));
    speaking = Optional.empty();
    text.setLength(0);
  }

  List<Message> messages() {
    return messages;
  }

  /** Lines before anybody speaks. */
  List<String> before() {
    return before;
  }

  /** Whether times stood before speakers. */
  boolean timed() {
    return timed;
  }

  boolean isEmpty() {
    return messages.isEmpty() && speaking.isEmpty() && before.isEmpty();
  }

  boolean speaks() {
    return !messages.isEmpty() || speaking.isPresent();
  }
}
