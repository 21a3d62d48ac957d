package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.store.TokenCounts.Counted;
import studio.timbre.store.Traits.Seen;

/** By whichever conditions conversations are found, they are the same, in the same order, and as many. */
class LeadsTest {
  private static final String COUNTER = "by hand";
  private static final int ROWS = 120;
  private static final ConversationFilter ALL = ConversationFilter.ALL;
  private static final List<Leads> WAYS =
      List.of(
          new Leads(false, false, false),
          new Leads(true, true, true),
          new Leads(true, false, true),
          new Leads(false, true, false),
          Leads.UNCOUNTED);

  @TempDir Path folder;
  private ProjectFile project;

  @BeforeEach
  void create() throws Exception {
    project = ProjectFile.create(folder.resolve("voice.timbre"));
    var edits = project.edits("Ana");
    edits.addAll(Talk.many(ROWS), Split.TRAINING, Status.DRAFT);
    for (long id = 3; id <= ROWS; id += 7) {
      edits.setStatus(Status.APPROVED, id);
    }
    edits.delete(10, 20);
    project.journal().undo();
    edits.delete(31);
    var counts = project.tokenCounts();
    counts.put(
        COUNTER,
        counts.uncounted(COUNTER, 0, ROWS).stream()
            // Some are never counted.
            .filter(one -> one.id() % 11 != 0)
            .map(one -> new Counted(one, new TokenCount((int) one.id() % 50, 1, List.of())))
            .toList());
    var traits = project.traits();
    traits.put(
        traits.unlooked(ROWS).stream()
            .filter(one -> one.id() % 13 != 0)
            .map(one -> new Seen(one, List.of("en", "pt", "id").get((int) one.id() % 5 % 3)))
            .toList());
  }

  @AfterEach
  void close() {
    project.close();
  }

  private static List<ConversationFilter> filters() {
    return List.of(
        ALL.withLanguages(Set.of("pt")),
        ALL.withLanguages(Set.of("pt", "id")),
        ALL.withLanguages(Set.of("fr")),
        ALL.withTokens(Range.from(30)),
        ALL.withTokens(Range.upTo(7)),
        ALL.withTokens(Range.from(9_999)),
        ALL.withSince(Optional.of(new Since.LastDays(1))),
        ALL.withSince(Optional.of(new Since.Change(4))),
        ALL.withLanguages(Set.of("en")).withTokens(Range.from(20)),
        ALL.withLanguages(Set.of("en"))
            .withTokens(Range.upTo(20))
            .withSince(Optional.of(new Since.Change(2)))
            .withStatuses(Set.of(Status.APPROVED)));
  }

  @Test
  void eachWayFindsTheSame() {
    for (var filter : filters()) {
      for (var sort : List.of(Sort.POSITION, Sort.TURNS, Sort.TOKENS, Sort.QUESTION)) {
        for (boolean descending : new boolean[] {false, true}) {
          var query = ConversationQuery.of(filter).sortedBy(sort, descending);
          long[] expected = by(query, WAYS.getFirst());
          for (var way : WAYS) {
            assertThat(by(query, way)).as("%s %s", way, query).isEqualTo(expected);
          }
          assertThat(project.conversations().ids(query, COUNTER)).isEqualTo(expected);
          // The order of the project is not known, and then it is.
          assertFirst(query, expected);
          project.conversations().ids(ConversationQuery.ALL, COUNTER);
          assertFirst(query, expected);
          assertThat(project.conversations().totals(query, COUNTER).conversations())
              .isEqualTo(expected.length);
        }
      }
    }
    assertThat(by(ConversationQuery.of(filters().getLast()), WAYS.getFirst())).isNotEmpty();
  }

  private long[] by(ConversationQuery query, Leads way) {
    return project
        .database()
        .read(
            connection ->
                Conversations.ids(
                    connection, new QuerySql(query, COUNTER, way).ordered(query), -1));
  }

  private void assertFirst(ConversationQuery query, long[] expected) {
    for (int limit : new int[] {5, 500}) {
      var first = project.conversations().first(query, COUNTER, limit, Progress.NONE);
      // Of equal tokens and turns those on show may be any, and so may their order be.
      if (query.sort() == Sort.POSITION || query.sort() == Sort.QUESTION) {
        assertThat(first.first())
            .as("%s", query)
            .isEqualTo(Arrays.copyOf(expected, Math.min(limit, expected.length)));
      }
      if (first.exact()) {
        assertThat(first.count()).as("%s", query).isEqualTo(expected.length);
      }
    }
  }

  @Test
  void oneIndexKnowsHowManyOfOneKindThereAre() {
    project.conversations().ids(ConversationQuery.ALL, COUNTER);
    for (var filter : filters().subList(0, 6)) {
      var found =
          project.conversations().first(ConversationQuery.of(filter), COUNTER, 2, Progress.NONE);
      assertThat(found.exact()).isTrue();
      assertThat(found.count())
          .isEqualTo(project.conversations().ids(ConversationQuery.of(filter), COUNTER).length);
    }
  }

  @Test
  void fewLeadAndManyAreLookedUp() {
    var filter = ALL.withLanguages(Set.of("pt")).withTokens(Range.from(1));
    var leads = project.database().read(connection -> Leads.of(connection, filter, COUNTER));
    assertThat(leads).isEqualTo(new Leads(true, true, true));
    assertThat(Leads.FEW).isGreaterThan(ROWS);
    assertThat(new QuerySql(ConversationQuery.of(filter), COUNTER, WAYS.getFirst()).sql())
        .contains("EXISTS (SELECT 1 FROM token_count")
        .doesNotContain("JOIN");
  }
}
