package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.store.TokenCounts.Counted;

class ConversationsTest {
  private static final String COUNTER = "o200k_base";

  @TempDir Path folder;
  private ProjectFile project;
  private Edits edits;

  @BeforeEach
  void create() throws Exception {
    project = ProjectFile.create(folder.resolve("a.timbre"));
    edits = project.edits("Ana");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private long add(String question, String answer) {
    return edits.add(Talk.of(question, answer), Split.TRAINING, Optional.empty());
  }

  private List<String> find(ConversationQuery query) {
    return project
        .conversations()
        .rows(COUNTER, project.conversations().ids(query, COUNTER))
        .stream()
        .map(row -> row.conversation().question())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "harbour | Where is the Harbour?",
        "HARB | Where is the Harbour?",
        "arbo | Where is the Harbour?",
        "is where | Where is the Harbour?",
        "where kettle | Where is the Harbour?",
        "voce | Você quer café?",
        "VOCÊ | Você quer café?",
        "cafe\u0301 | Você quer café?",
        "咖 | 港口的咖啡在哪里？",
        "咖啡 | 港口的咖啡在哪里？",
        "的咖啡在 | 港口的咖啡在哪里？",
        "กาแฟ | กาแฟอยู่ที่ไหน",
        "แฟ | กาแฟอยู่ที่ไหน",
        "커피 | 항구 커피는 어디에?",
        "커피는 | 항구 커피는 어디에?",
        "кофе | Где КОФЕ?",
        "ф | Где КОФЕ?",
        "🦆 | A 🦆 at the door",
        "\"quoted\" | Say \"quoted\" AND (not)* NEAR",
        "(not)* | Say \"quoted\" AND (not)* NEAR",
        "% | 100 % sure_thing",
        "_t | 100 % sure_thing",
      })
  void aPartOfAWordIsFoundInAnyScript(String search, String question) {
    add("Where is the Harbour?", "Behind the kettle.");
    add("Você quer café?", "Sim.");
    add("港口的咖啡在哪里？", "这里。");
    add("กาแฟอยู่ที่ไหน", "ที่นี่");
    add("항구 커피는 어디에?", "여기.");
    add("Где КОФЕ?", "Тут.");
    add("A 🦆 at the door", "Let it in.");
    add("Say \"quoted\" AND (not)* NEAR", "Done.");
    add("100 % sure_thing", "Yes.");
    assertThat(find(Talk.search(search))).contains(question).hasSizeLessThan(4);
  }

  @Test
  void searchFollowsEveryEdit() {
    long id = add("harbour", "kettle");
    edits.replace(Map.of(id, Talk.of("lighthouse", "kettle")));
    assertThat(find(Talk.search("harbour"))).isEmpty();
    assertThat(find(Talk.search("lighthouse ett"))).hasSize(1);
    project.journal().undo();
    assertThat(find(Talk.search("harbour"))).hasSize(1);
    edits.delete(id);
    assertThat(find(Talk.search("harbour"))).isEmpty();
    project.journal().undo();
    assertThat(find(Talk.search("harbour"))).hasSize(1);
    assertThat(find(Talk.search("  "))).hasSize(1);
  }

  @Test
  void columnsSortAndEqualOnesStayInOrder() {
    long b = add("banana", "z");
    long a = add("Álbum", "x");
    long c = add("cherry", "y");
    edits.replace(
        Map.of(
            b,
            Conversation.of(
                Message.of(Role.USER, "banana"),
                Message.of(Role.ASSISTANT, "z"),
                Message.of(Role.ASSISTANT, "z"))));
    edits.setStatus(Status.APPROVED, a);
    edits.setStatus(Status.IN_REVIEW, b);
    edits.setSplit(Split.HELD_OUT, a);
    count(a, 5);
    count(c, 3);
    assertThat(sorted(Sort.POSITION, false)).containsExactly(b, a, c);
    assertThat(sorted(Sort.POSITION, true)).containsExactly(c, a, b);
    assertThat(sorted(Sort.QUESTION, false)).containsExactly(a, b, c);
    assertThat(sorted(Sort.ANSWER, true)).containsExactly(b, c, a);
    assertThat(sorted(Sort.STATUS, false)).containsExactly(c, b, a);
    assertThat(sorted(Sort.SPLIT, false)).containsExactly(b, c, a);
    assertThat(sorted(Sort.TURNS, false)).containsExactly(a, c, b);
    assertThat(sorted(Sort.TURNS, true)).containsExactly(b, a, c);
    assertThat(sorted(Sort.TOKENS, true)).containsExactly(a, c, b);
  }

  private List<Long> sorted(Sort sort, boolean descending) {
    var query = ConversationQuery.ALL.sortedBy(sort, descending);
    return java.util.Arrays.stream(project.conversations().ids(query, COUNTER)).boxed().toList();
  }

  private void count(long id, int tokens) {
    var uncounted = project.tokenCounts().uncounted(COUNTER, id - 1, 1).getFirst();
    project
        .tokenCounts()
        .put(
            COUNTER,
            List.of(new Counted(uncounted, new TokenCount(tokens, tokens - 1, List.of()))));
  }

  @Test
  void filtersAndTotalsGoTogether() {
    long a = add("apple", "1");
    long b = add("banana", "2");
    add("cherry", "3");
    edits.setStatus(Status.APPROVED, a, b);
    edits.setSplit(Split.HELD_OUT, b);
    count(a, 10);
    var approved =
        ConversationQuery.of(ConversationFilter.ALL.withStatuses(Set.of(Status.APPROVED)));
    assertThat(find(approved)).containsExactly("apple", "banana");
    assertThat(project.conversations().totals(approved, COUNTER))
        .isEqualTo(new ProjectTotals(2, 10, 9, 1));
    assertThat(project.conversations().totals(approved, "other"))
        .isEqualTo(new ProjectTotals(2, 0, 0, 2));
    assertThat(find(ConversationQuery.of(Split.HELD_OUT))).containsExactly("banana");
    assertThat(project.conversations().totals(Talk.search("nowhere"), COUNTER))
        .isEqualTo(new ProjectTotals(0, 0, 0, 0));
  }

  @Test
  void aSmallActAndItsUndoBringTheirCounts() {
    project.countSmallActs(
        COUNTER, conversation -> new TokenCount(conversation.question().length(), 1, List.of()));
    long a = add("apple", "1");
    assertThat(row(a).tokens()).isEqualTo(5);
    edits.replace(Map.of(a, Talk.of("apples", "1")));
    assertThat(row(a).tokens()).isEqualTo(6);
    project.journal().undo();
    assertThat(row(a).tokens()).isEqualTo(5);
    edits.delete(a);
    project.journal().undo();
    assertThat(row(a).tokens()).isEqualTo(5);
    assertThat(project.conversations().totals(ConversationQuery.ALL, COUNTER))
        .isEqualTo(new ProjectTotals(1, 5, 1, 0));
  }

  @Test
  void theArrangementChangesWhenConversationsComeGoOrMoveAndNotWithTheirTexts() {
    long a = add("apple", "1");
    long b = add("banana", "2");
    long before = arrangement();
    edits.replace(Map.of(a, Talk.of("apples", "1")));
    edits.setStatus(Status.APPROVED, a, b);
    project.journal().undo();
    project.journal().redo();
    assertThat(arrangement()).isEqualTo(before);
    List<Runnable> acts =
        List.of(
            () -> add("cherry", "3"),
            () -> project.journal().undo(),
            () -> project.journal().redo(),
            () -> edits.delete(a),
            () -> project.journal().undo(),
            () ->
                edits.write(
                    "move",
                    pen -> {
                      pen.move(b, Place.start());
                      return b;
                    }),
            () -> project.versions().goBack(project.journal().history(2).getLast().entry(), "Ana"));
    for (var act : acts) {
      long last = arrangement();
      act.run();
      assertThat(arrangement()).isNotEqualTo(last);
    }
  }

  private long arrangement() {
    return project.conversations().arrangement();
  }

  @Test
  void aCountingThatFailsCostsNoEdit() {
    project.countSmallActs(
        COUNTER,
        _ -> {
          throw new IllegalStateException("no tokenizer");
        });
    long a = add("apple", "1");
    assertThat(row(a).tokens()).isEqualTo(-1);
    assertThat(row(a).conversation().question()).isEqualTo("apple");
  }

  @Test
  void aCountGoesWithTheTextItWasMadeFrom() {
    long a = add("apple", "1");
    var before = project.tokenCounts().uncounted(COUNTER, a - 1, 1).getFirst();
    edits.replace(Map.of(a, Talk.of("apples and pears", "1")));
    project
        .tokenCounts()
        .put(COUNTER, List.of(new Counted(before, new TokenCount(9, 1, List.of()))));
    assertThat(row(a).tokens()).isEqualTo(-1);
    count(a, 12);
    assertThat(row(a).tokens()).isEqualTo(12);
    assertThat(row(a).answerTokens()).isEqualTo(11);
    edits.setStatus(Status.APPROVED, a);
    assertThat(row(a).tokens()).isEqualTo(12);
    project.journal().undo();
    project.journal().undo();
    assertThat(row(a).tokens()).isEqualTo(-1);
    edits.delete(a);
    assertThat(project.tokenCounts().uncounted(COUNTER, 0, 10)).isEmpty();
  }

  private ConversationRow row(long id) {
    return project.conversations().rows(COUNTER, id).getFirst();
  }

  @Test
  void rowsComeInTheOrderAskedForWithoutThoseThatAreGone() {
    long a = add("apple", "1");
    long b = add("banana", "2");
    assertThat(project.conversations().rows(COUNTER, b, 99, a, b))
        .extracting(ConversationRow::id)
        .containsExactly(b, a, b);
  }
}
