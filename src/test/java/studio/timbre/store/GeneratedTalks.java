package studio.timbre.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * Conversations of about a kilobyte each, the same at every run: words of a made-up language, some frequent and most rare as in
 * every language, in one to three turns below one of a few system messages.
 */
public final class GeneratedTalks implements Iterator<Conversation> {
  private static final int WORDS = 20_000;
  private static final int LETTERS_OF_A_TURN = 440;

  private final Random random = new Random(20_261_122);
  private final List<String> words;
  private final int count;
  private int given;

  public GeneratedTalks(int count) {
    this.count = count;
    words = IntStream.range(0, WORDS).mapToObj(i -> word(new Random(i))).distinct().toList();
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    int syllables = 1 + random.nextInt(4);
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)))
          .append("aeiou".charAt(random.nextInt(5)));
      if (random.nextInt(3) == 0) {
        word.append("nrslt".charAt(random.nextInt(5)));
      }
    }
    return word.toString();
  }

  /** The word of a rank: 0 is the most frequent. */
  public String word(int rank) {
    return words.get(rank);
  }

  @Override
  public boolean hasNext() {
    return given < count;
  }

  @Override
  public Conversation next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    given++;
    int turns = 1 + random.nextInt(3);
    var messages = new Message[1 + 2 * turns];
    messages[0] = Message.of(Role.SYSTEM, "Warm and brief, house style " + random.nextInt(8) + ".");
    int letters = 2 * LETTERS_OF_A_TURN / turns;
    for (int i = 0; i < turns; i++) {
      messages[1 + 2 * i] = Message.of(Role.USER, text(letters / 4));
      messages[2 + 2 * i] = Message.of(Role.ASSISTANT, text(letters));
    }
    return Conversation.of(messages);
  }

  private String text(int letters) {
    var text = new StringBuilder(letters + 16);
    while (text.length() < letters) {
      if (!text.isEmpty()) {
        text.append(random.nextInt(9) == 0 ? ". " : " ");
      }
      // Zipf's law, near enough: the rank is spread evenly over its logarithm.
      text.append(words.get((int) Math.pow(words.size(), random.nextDouble()) - 1));
    }
    return text.append('.').toString();
  }
}
