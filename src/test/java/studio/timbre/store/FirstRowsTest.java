package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Curated;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.store.TokenCounts.Counted;

/** What is shown first is the beginning of what all of it comes to. */
class FirstRowsTest {
  private static final String COUNTER = "letters";

  /** More than the search reads before it shows anything. */
  private static final int ROWS = 9_000;

  @TempDir Path folder;
  private ProjectFile project;

  @BeforeEach
  void open() throws Exception {
    project = ProjectFile.create(folder.resolve("many.timbre"));
    var random = new Random(7);
    project
        .edits("Ana")
        .write(
            "import",
            pen -> {
              for (int i = 0; i < ROWS; i++) {
                pen.add(curated(i, random), random.nextInt(9) == 0 ? Place.start() : Place.end());
              }
              return true;
            });
    var some = project.tokenCounts().uncounted(COUNTER, 0, ROWS / 2);
    project
        .tokenCounts()
        .put(
            COUNTER,
            some.stream()
                .map(one -> new Counted(one, new TokenCount((int) (one.id() % 50), 1, List.of())))
                .toList());
  }

  @AfterEach
  void close() {
    project.close();
  }

  private static Curated curated(int number, Random random) {
    var review =
        new Review(
            random.nextInt(6),
            new TreeSet<>(List.of("tag" + number % 3)),
            "",
            List.of("", "Ana", "Budi").get(random.nextInt(3)));
    return new Curated(
        Status.values()[random.nextInt(4)],
        Split.values()[random.nextInt(2)],
        Talk.of("frequent " + number, "rare" + number % 500 + " xy"),
        review);
  }

  private void beginsRight(ConversationQuery query) {
    long[] all = project.conversations().ids(query, COUNTER);
    for (int limit : new int[] {1, 100, ROWS}) {
      beginsRight(query, limit, FirstMatches.MANY, all);
    }
    beginsRight(query, 100, 700, all);
  }

  private void beginsRight(ConversationQuery query, int limit, int many, long... all) {
    var found = project.conversations().first(query, COUNTER, limit, many, Progress.NONE);
    long[] shown = Arrays.copyOf(found.first(), Math.min(found.first().length, limit));
    assertThat(shown)
        .as("%s of %s", limit, query)
        .isEqualTo(Arrays.copyOf(all, Math.min(all.length, limit)));
    if (found.exact()) {
      assertThat(found.count()).as("count of %s", query).isEqualTo(all.length);
    } else {
      assertThat(found.count())
          .as("about the count of %s", query)
          .isBetween((long) found.first().length, (long) ROWS);
    }
  }

  private void everyQuestionBeginsRight() {
    var all = ConversationFilter.ALL;
    for (String search :
        List.of(
            "",
            "req",
            "frequent",
            "rare7",
            "rare499",
            "xy",
            "fre quent 12",
            "nowhere",
            "y",
            "y fr",
            "9 xy",
            "\u03c3\u03c2")) {
      for (var sort : Sort.values()) {
        beginsRight(Talk.search(search).sortedBy(sort, search.length() % 2 == 0));
        if (search.isEmpty()) {
          beginsRight(ConversationQuery.ALL.sortedBy(sort, false));
        }
      }
      beginsRight(
          ConversationQuery.of(
              all.withSearch(search)
                  .withStatuses(java.util.Set.of(Status.DRAFT, Status.REJECTED))));
      beginsRight(
          ConversationQuery.of(
              all.withSearch(search)
                  .withSplits(java.util.Set.of(Split.HELD_OUT))
                  .withTags(java.util.Set.of("tag1"))
                  .withTokens(Range.from(20))
                  .withRating(Range.upTo(2))));
    }
  }

  @Test
  void itIsTheBeginningOfAllWhileTheIndexIsBehindAndAfterwards() {
    everyQuestionBeginsRight();
    project
        .edits("Ana")
        .write(
            "edit",
            pen -> {
              for (long id = 1; id <= 200; id++) {
                var one = pen.find(id).orElseThrow();
                pen.put(id, one.withConversation(Talk.of("changed", "rare7 too")));
              }
              for (long id = 201; id <= 300; id++) {
                pen.delete(id);
              }
              return true;
            });
    everyQuestionBeginsRight();
    while (project.database().quietly(Upkeep::takeIn, 100) > 0) {
      Derived.isConsistent(project);
    }
    everyQuestionBeginsRight();
    Derived.isConsistent(project);
    var rest = project.tokenCounts().uncounted(COUNTER, 0, ROWS);
    project
        .tokenCounts()
        .put(
            COUNTER,
            rest.stream()
                .map(one -> new Counted(one, new TokenCount((int) (one.id() % 7), 1, List.of())))
                .toList());
    beginsRight(ConversationQuery.ALL.sortedBy(Sort.TOKENS, true));
    beginsRight(ConversationQuery.ALL.sortedBy(Sort.TOKENS, false));
    var drafts =
        ConversationQuery.of(ConversationFilter.ALL.withStatuses(java.util.Set.of(Status.DRAFT)));
    for (var sort : List.of(Sort.TOKENS, Sort.TURNS, Sort.RATING, Sort.ASSIGNEE)) {
      beginsRight(drafts.sortedBy(sort, true));
    }
  }

  @Test
  void theFirstOnesOfAFilterComeBeforeAllAreCounted() {
    project.conversations().ids(ConversationQuery.ALL, COUNTER);
    var query = ConversationQuery.of(ConversationFilter.ALL.withRating(Range.upTo(2)));
    long[] all = project.conversations().ids(query, COUNTER);
    for (boolean descending : new boolean[] {false, true}) {
      var first =
          project
              .conversations()
              .first(query.sortedBy(Sort.POSITION, descending), COUNTER, 200, Progress.NONE);
      assertThat(first.exact()).isFalse();
      assertThat(first.count()).isBetween(all.length * 3L / 4, all.length * 4L / 3);
    }
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsStopped() {
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    var query = ConversationQuery.ALL.sortedBy(Sort.STATUS, false);
    assertThatThrownBy(() -> project.conversations().ids(query, COUNTER, cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(project.conversations().ids(query, COUNTER)).hasSize(ROWS);
  }
}
