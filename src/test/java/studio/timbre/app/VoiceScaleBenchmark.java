package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Progress;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.store.TableProject;

/**
 * A voice guide over very many conversations: judging all, one edit, sorting and filtering. {@code mvn -Pbench verify}, {@code
 * target/bench/voice.json}; {@code -Dvoice.rows=100000} takes a smaller project.
 */
class VoiceScaleBenchmark {
  private static final int ROWS = Integer.getInteger("voice.rows", 1_000_000);
  private static final int TIMES = 20;
  private static final Path FOLDER = Path.of("target", "bench");

  @TempDir Path folder;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  @Test
  void judgingSortingAndFiltering() throws Exception {
    var made = TableProject.spoken(ROWS, "o200k_base", FOLDER);
    var file = Files.copy(made, folder.resolve("voice.timbre"));
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.open(file)) {
      var voice = session.voice();
      long begin = System.nanoTime();
      voice.change(guide());
      await(voice, ROWS);
      figures.put("conversations", ROWS);
      figures.put("judged_s", (System.nanoTime() - begin) / 1e9);
      var worst = ConversationQuery.ALL.sortedBy(Sort.VOICE, false);
      var breaking = ConversationFilter.ALL.withVoiceRules(Set.of(VoiceKind.SENTENCE_LENGTH));
      median("first_worst_ms", () -> session.first(worst, 500, Progress.NONE));
      median(
          "first_best_ms",
          () ->
              session.first(ConversationQuery.ALL.sortedBy(Sort.VOICE, true), 500, Progress.NONE));
      median("all_worst_first_ms", () -> session.ids(worst));
      median(
          "count_of_a_rule_ms",
          () -> session.facets().count(ConversationQuery.of(breaking), Progress.NONE));
      median("counts_by_score_ms", voice::counts);
      median("counts_by_rule_ms", voice::breaking);
      long id = session.ids(worst)[ROWS / 2];
      var conversation = session.row(id).orElseThrow().conversation();
      median("judge_one_ms", () -> voice.judge(conversation));
    }
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(FOLDER.resolve("voice.json").toFile(), figures);
  }

  private static VoiceGuide guide() {
    return VoiceGuide.NONE
        .with(new VoiceRule.NeverSay(List.of("utiliz*", "kindly", "rest assured")))
        .with(new VoiceRule.Greeting(VoiceRule.Manner.NONE, List.of(), false))
        .with(new VoiceRule.Speaker(VoiceRule.Person.WE))
        .with(new VoiceRule.Formality(VoiceRule.Register.RELAXED))
        .with(new VoiceRule.Emoji(0, List.of()))
        .with(new VoiceRule.Exclamations(1))
        .with(new VoiceRule.SentenceLength(14))
        .with(new VoiceRule.Reading(Map.of("en", 8, "pt", 50, "id", 45)))
        .with(new VoiceRule.Punctuation(Set.of(VoiceRule.Sign.values())));
  }

  private static void await(Voice voice, long rows) throws InterruptedException {
    long judged = 0;
    while (judged < rows || voice.standing().state() != State.DONE) {
      Thread.sleep(50);
      judged = voice.counts().values().stream().mapToLong(Long::longValue).sum();
      assertThat(judged).isLessThanOrEqualTo(rows);
    }
  }

  private void median(String name, Callable<?> work) throws Exception {
    var times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      work.call();
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    java.util.Arrays.sort(times);
    figures.put(name, times[TIMES / 2]);
  }
}
