package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Holding;
import studio.timbre.model.Message;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Role;
import studio.timbre.model.SavedView;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.Trained;
import studio.timbre.model.TrainingFilter;

/** What a project is filtered by beyond its columns, and the views that it keeps. */
class FindingByFilterTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("a.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private long add(String question, String answer) {
    return session.add(
        Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer)),
        Split.TRAINING,
        Optional.empty());
  }

  private long[] find(ConversationFilter filter) {
    return session.ids(ConversationQuery.of(filter));
  }

  @Test
  void problemsAreFilteredByAsTheDataStandsNow() {
    long good = add("Where is my order?", "It left us on Monday.");
    long empty = add("Do you deliver?", "  ");
    var filter = ConversationFilter.ALL.withProblems(Set.of("empty_answer"));
    assertThat(find(filter)).containsExactly(empty);
    assertThat(session.facets().of(Facet.PROBLEM, ConversationQuery.ALL, Progress.NONE))
        .containsEntry("empty_answer", 1L);
    for (Problem problem : session.problems()) {
      assertThat(find(ConversationFilter.ALL.withProblems(Set.of(problem.kind()))))
          .as(problem.kind())
          .containsExactlyInAnyOrder(
              problem.conversations().stream().mapToLong(Long::longValue).toArray());
    }
    session.replace(
        Map.of(
            empty,
            Conversation.of(
                Message.of(Role.USER, "Do you deliver?"), Message.of(Role.ASSISTANT, "We do."))));
    assertThat(find(filter)).isEmpty();
    session.undo();
    assertThat(find(filter)).containsExactly(empty).doesNotContain(good);
  }

  @Test
  void languagesComeInTheBackgroundAndFollowEdits() throws Exception {
    long english = add("Where is my order?", "It left us on Monday.");
    long other = add("Onde está o meu pedido?", "Saiu na segunda-feira.");
    await(Map.of("en", 1L, "pt", 1L));
    assertThat(find(ConversationFilter.ALL.withLanguages(Set.of("pt")))).containsExactly(other);
    session.replace(
        Map.of(
            english,
            Conversation.of(
                Message.of(Role.USER, "Di mana pesanan saya?"),
                Message.of(Role.ASSISTANT, "Sudah dikirim hari Senin."))));
    await(Map.of("id", 1L, "pt", 1L));
  }

  private void await(Map<String, Long> languages) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    Map<String, Long> found;
    do {
      Thread.sleep(50);
      found = session.facets().of(Facet.LANGUAGE, ConversationQuery.ALL, Progress.NONE);
    } while (!found.equals(languages) && System.nanoTime() < end);
    assertThat(found).isEqualTo(languages);
  }

  @Test
  void aViewKeepsEverythingThatItAsksFor() {
    var query =
        new ConversationQuery(
            ConversationFilter.ALL
                .withSearch("\"Ação\" 港\u0000")
                .withStatuses(Set.of(Status.APPROVED, Status.IN_REVIEW))
                .withSplits(Set.of(Split.HELD_OUT))
                .withTags(Set.of("", "menu"))
                .withRating(Range.between(0, 0))
                .withAssignees(Set.of("", "Ana"))
                .withTurns(Range.upTo(3))
                .withTokens(new Range(OptionalInt.of(10), OptionalInt.empty()))
                .withHolds(Set.of(Holding.PAIR, Holding.MUTED))
                .withLanguages(Set.of("pt", "und"))
                .withProblems(Set.of("duplicate"))
                .withSince(Optional.of(new Since.LastDays(7)))
                .withTrained(Optional.of(new Trained(12, TrainingFilter.of(Status.APPROVED)))),
            ConversationQuery.Sort.RATING,
            true);
    var views = session.views();
    views.save(SavedView.of("Everything", query));
    views.save(
        SavedView.of(
            "Since",
            ConversationQuery.of(
                ConversationFilter.ALL.withSince(Optional.of(new Since.Change(3))))));
    assertThat(views.find("Everything")).contains(SavedView.of("Everything", query));
    assertThat(views.rename("Everything", "Since")).isFalse();
    assertThat(views.rename("Everything", "All")).isTrue();
    assertThat(views.list()).extracting(SavedView::name).containsExactly("All", "Since");
    views.save(SavedView.of("All", ConversationQuery.ALL));
    assertThat(views.list()).extracting(SavedView::name).containsExactly("All", "Since");
    views.delete("All");
    assertThat(views.list()).extracting(SavedView::name).containsExactly("Since");
  }

  @Test
  void aViewOfANewerVersionIsKeptAndNotShownAsIfItAskedForLess() {
    session.remember(
        "timbre.views",
        """
        {"version":7,"shelf":"blue","views":[{"name":"New","colour":"red",
        "query":{"search":"a","mood":"sunny"}},
        {"name":"Odd","query":{"statuses":["FROZEN"]}}]}""");
    var views = session.views();
    assertThat(views.list()).extracting(SavedView::understood).containsExactly(false, false);
    views.rename("New", "Newer");
    views.save(SavedView.of("Mine", ConversationQuery.ALL));
    assertThat(session.setting("timbre.views").orElseThrow())
        .contains("\"mood\":\"sunny\"", "\"colour\":\"red\"", "\"shelf\":\"blue\"", "\"version\":7")
        .contains("Newer", "Mine", "FROZEN");
  }

  @Test
  void aDamagedListOfViewsBeginsAnew() {
    session.remember("timbre.views", "{\"views\":17");
    assertThat(session.views().list()).isEqualTo(List.of());
    session.views().save(SavedView.of("Mine", ConversationQuery.ALL));
    assertThat(session.views().list()).hasSize(1);
  }
}
