package studio.timbre.voice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.checks.CommonWords;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;

/** How long an answer takes: scored by a whole guide, and learned from, over the conversations of the sample project. */
class VoiceBenchmark {
  private static final int ROUNDS = 40;
  private static final int WARM = 15;

  @ParameterizedTest
  @ValueSource(strings = {"train.en.jsonl", "train.pt-BR.jsonl", "train.id.jsonl"})
  void microsecondsAnAnswer(String file) throws Exception {
    var talks = new ArrayList<Conversation>();
    for (String line :
        Files.readAllLines(Path.of("src/main/resources/studio/timbre/sample", file))) {
      talks.add(ConversationJson.parse(line));
    }
    var scorer = new VoiceScorer(guide(talks), VoiceBenchmark::language, text -> List.of());
    long answers = 0;
    long best = Long.MAX_VALUE;
    long learned = Long.MAX_VALUE;
    long chars = 0;
    for (int round = 0; round < ROUNDS; round++) {
      answers = 0;
      long start = System.nanoTime();
      for (var talk : talks) {
        answers += scorer.score(talk).size();
      }
      long middle = System.nanoTime();
      var learner = new VoiceLearner(VoiceBenchmark::language);
      talks.forEach(learner::approved);
      learner.lesson();
      if (round >= WARM) {
        best = Math.min(best, middle - start);
        learned = Math.min(learned, System.nanoTime() - middle);
      }
    }
    for (var talk : talks) {
      chars +=
          talk.messages().stream()
              .filter(message -> message.role().isAssistant())
              .mapToInt(message -> message.text().length())
              .sum();
    }
    System.out.printf(
        "%s, %d answers of %d chars on average: %.1f microseconds to score one, %.1f to learn from one%n",
        file, answers, chars / answers, best / 1e3 / answers, learned / 1e3 / answers);
  }

  private static String language(String text) {
    return CommonWords.languageOf(text).orElse("");
  }

  /** All that the answers teach, and two hundred phrases that are never said. */
  private static VoiceGuide guide(List<Conversation> talks) {
    var learner = new VoiceLearner(VoiceBenchmark::language);
    talks.forEach(learner::approved);
    var phrases = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      phrases.add("never ever" + i);
      phrases.add("phrase" + i);
    }
    return learner
        .lesson()
        .over(VoiceGuide.NONE)
        .without(VoiceKind.DICTIONARY)
        .with(new VoiceRule.NeverSay(phrases));
  }
}
