package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Manner;

/** Learns with which words answers begin, or with which they end. */
final class EdgeLearner {
  /** What more of the answers have than this, alone or several together, is how ours begin. */
  private static final double MOST = 0.6;

  /** One of several is as frequent as this, if it is a greeting that people use. */
  private static final double PART = 0.15;

  /** Other words, with which a sentence may begin as well, must be more frequent. */
  private static final double PART_OF_OTHERS = 0.3;

  private static final int MOST_PHRASES = 3;
  private static final int MOST_WORDS = 4;

  private final boolean end;
  private final Map<String, Tally> tallies = new HashMap<>();
  private int asked;
  private int usual;
  private int others;
  private final List<AnswerText> sampled = new ArrayList<>();

  /** How often a phrase was there, and how often a name behind it. */
  private static final class Tally {
    private final String written;
    private final boolean usual;
    private int count;
    private int named;

    Tally(String written, boolean usual) {
      this.written = written;
      this.usual = usual;
    }

    double part() {
      return usual ? PART : PART_OF_OTHERS;
    }

    String phrase() {
      return named * 10 >= count * 9 ? written + " " + VoiceRule.NAME : written;
    }
  }

  /** @param end of answers, or else their beginning */
  EdgeLearner(boolean end) {
    this.end = end;
  }

  void accept(Judged answer) {
    boolean atEdge = end ? answer.last() : answer.first();
    if (!atEdge) {
      if (others++ < 500) {
        sampled.add(answer.text());
      }
      return;
    }
    asked++;
    var text = answer.text();
    var found = end ? Edges.usualSignOff(text) : Edges.usualGreeting(text);
    if (found.isPresent()) {
      usual++;
      int behind = found.get().behind();
      boolean named =
          behind < text.words().size() && text.isCapital(behind) && text.joined(behind - 1);
      count(text.between(found.get().first(), behind), true, named);
    } else {
      (end ? lastWords(text) : firstWords(text)).ifPresent(phrase -> count(phrase, false, false));
    }
  }

  private void count(String written, boolean greets, boolean named) {
    var tally =
        tallies.computeIfAbsent(written.toLowerCase(Locale.ROOT), _ -> new Tally(written, greets));
    tally.count++;
    tally.named += named ? 1 : 0;
  }

  /** Up to the first sign, where that are few words. */
  private static Optional<String> firstWords(AnswerText text) {
    var words = text.words();
    for (int at = 0; at < Math.min(MOST_WORDS, words.size() - 1); at++) {
      if (!text.joined(at)) {
        return Optional.of(text.between(0, at + 1));
      }
    }
    return Optional.empty();
  }

  /** The last sentence, where that are few words. */
  private static Optional<String> lastWords(AnswerText text) {
    var sentences = text.sentences();
    return sentences.size() > 1 && sentences.getLast().words() <= MOST_WORDS
        ? Optional.of(text.between(sentences.getLast().first(), sentences.getLast().behind()))
        : Optional.empty();
  }

  Optional<LearnedRule> rule(int fewest) {
    if (asked < fewest) {
      return Optional.empty();
    }
    var phrases =
        tallies.values().stream()
            .filter(tally -> tally.count >= tally.part() * asked)
            .sorted(
                Comparator.<Tally>comparingInt(tally -> -tally.count)
                    .thenComparing(tally -> tally.written))
            .limit(MOST_PHRASES)
            .toList();
    int speaking = phrases.stream().mapToInt(tally -> tally.count).sum();
    if (speaking >= MOST * asked) {
      var written = phrases.stream().map(Tally::phrase).toList();
      return Optional.of(new LearnedRule(rule(Manner.ONE_OF, written), speaking, asked));
    }
    // Where few answers begin with one of the usual words, ours go straight to the matter.
    return usual <= (1 - Shares.NEARLY_ALL) * asked
        ? Optional.of(new LearnedRule(rule(Manner.NONE, List.of()), asked - usual, asked))
        : Optional.empty();
  }

  private VoiceRule rule(Manner manner, List<String> phrases) {
    boolean every = everyAnswer(Edge.of(phrases));
    return end
        ? new VoiceRule.SignOff(manner, phrases, every)
        : new VoiceRule.Greeting(manner, phrases, every);
  }

  /** Whether the answers that are neither first nor last do so as well. */
  private boolean everyAnswer(List<Edge> edges) {
    Function<AnswerText, Optional<Edges.Found>> find =
        text -> end ? Edges.signOff(text, edges) : Edges.greeting(text, edges);
    long having = sampled.stream().filter(text -> find.apply(text).isPresent()).count();
    return !edges.isEmpty() && !sampled.isEmpty() && having >= MOST * sampled.size();
  }
}
