package studio.timbre.voice;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.voice.VoiceRule;

/**
 * A greeting or a sign-off.
 *
 * @param phrase as people write it
 * @param parts its words in small letters; {@link VoiceRule#NAME} for a name
 */
record Edge(String phrase, List<String> parts) {
  private static final int MOST_NAME_WORDS = 3;

  /** No word of the answer. */
  static final int NOWHERE = -1;

  static Edge of(String phrase) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int name = phrase.indexOf(VoiceRule.NAME);
        name >= 0;
        name = phrase.indexOf(VoiceRule.NAME, from)) {
      add(phrase.substring(from, name), parts);
      parts.add(VoiceRule.NAME);
      from = name + VoiceRule.NAME.length();
    }
    add(phrase.substring(from), parts);
    return new Edge(phrase.strip(), List.copyOf(parts));
  }

  private static void add(String words, List<String> parts) {
    new AnswerText(words).words().forEach(word -> parts.add(word.low()));
  }

  static List<Edge> of(List<String> phrases) {
    return phrases.stream().map(Edge::of).filter(edge -> !edge.parts.isEmpty()).toList();
  }

  /** Behind the last word of this, where it begins at a word of the answer; else {@link #NOWHERE}. */
  int behind(AnswerText text, int first) {
    int at = first;
    for (String part : parts) {
      int next = part.equals(VoiceRule.NAME) ? nameEnd(text, at) : wordEnd(text, at, part);
      if (next == at) {
        return NOWHERE;
      }
      at = next;
    }
    return at;
  }

  private static int wordEnd(AnswerText text, int at, String wanted) {
    return at < text.words().size() && text.words().get(at).low().equals(wanted) ? at + 1 : at;
  }

  private static int nameEnd(AnswerText text, int first) {
    int at = first;
    while (at < text.words().size()
        && at < first + MOST_NAME_WORDS
        && text.isCapital(at)
        && (at == first || text.joined(at - 1))) {
      at++;
    }
    return at;
  }
}
