package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** Words of any length, in any script, wherever they stand, are found by the index as by reading. */
class SearchTest {
  @TempDir Path folder;
  private ProjectFile project;

  @BeforeEach
  void open() throws Exception {
    project = ProjectFile.create(folder.resolve("search.timbre"));
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void add(Iterator<Conversation> conversations) {
    project.edits("Ana").addAll(conversations, Split.TRAINING, Status.DRAFT);
  }

  private void add(String... answers) {
    add(List.of(answers).stream().map(answer -> Talk.of("?", answer)).iterator());
  }

  private void takeIn() {
    while (project.database().quietly(Upkeep::takeIn, 500) > 0) {
      assertThat(project.conversations().ids(ConversationQuery.ALL, "")).isNotEmpty();
    }
    long pending =
        project
            .database()
            .read(connection -> Sql.number(connection, "SELECT count(*) FROM search_pending"));
    assertThat(pending).isZero();
  }

  private long[] found(String words) {
    var query = ConversationQuery.of(ConversationFilter.ALL.withSearch(words));
    long[] all = project.conversations().ids(query, "");
    var first = project.conversations().first(query, "", 3, Progress.NONE);
    assertThat(first.count()).as(words).isEqualTo(all.length);
    return all;
  }

  @Test
  void oneAndTwoLettersAreFoundAtTheEndToo() {
    add("ends with qz", "qz begins", "in the qz middle", "q z", "zq", "x");
    for (int turn = 0; turn < 2; turn++) {
      assertThat(found("qz")).containsExactly(1, 2, 3);
      assertThat(found("Q")).containsExactly(1, 2, 3, 4, 5);
      assertThat(found("x")).containsExactly(6);
      assertThat(found("zz")).isEmpty();
      assertThat(found("q be")).containsExactly(2);
      takeIn();
    }
  }

  @Test
  void theIndexLeavesFoldedLettersAsTheyAre() throws Exception {
    var letters =
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
            .filter(Character::isLetterOrDigit)
            .mapToObj(Character::toString)
            .map(SearchText::fold)
            .distinct()
            .toList();
    var terms =
        project
            .database()
            .read(
                connection -> {
                  Database.execute(connection, "PRAGMA query_only = OFF");
                  Database.execute(
                      connection,
                      "CREATE VIRTUAL TABLE temp.one USING fts5 (text, tokenize = 'trigram')");
                  Database.execute(
                      connection, "CREATE VIRTUAL TABLE temp.t USING fts5vocab (temp, one, row)");
                  Sql.update(
                      connection,
                      "INSERT INTO temp.one VALUES (?)",
                      letters.stream().map(l -> l + "\n\n").collect(Collectors.joining()));
                  return new HashSet<>(
                      Sql.list(
                          connection,
                          row -> row.getString(1),
                          "SELECT term FROM temp.t WHERE substr(term, 2) = char(10) || char(10)"));
                });
    assertThat(letters)
        .filteredOn(letter -> letter.codePointCount(0, letter.length()) == 1)
        .hasSizeGreaterThan(100_000)
        .allMatch(letter -> terms.contains(letter + "\n\n"));
  }

  @Test
  void twoSmallLettersWithOneCapitalAreTheSame() {
    add("ο λόγος", "σοφία", "ſ");
    takeIn();
    assertThat(found("ς")).containsExactly(1, 2);
    assertThat(found("ΟΣ")).containsExactly(1);
    assertThat(found("γος")).containsExactly(1);
    assertThat(found("s")).containsExactly(3);
  }

  @Test
  void marksAreCharactersLikeOthers() {
    add("say \"hello\" OR not*", "100% of it", "a_b", "say hello");
    takeIn();
    assertThat(found("\"h")).containsExactly(1);
    assertThat(found("\"he")).containsExactly(1);
    assertThat(found("\"")).containsExactly(1);
    assertThat(found("t*")).containsExactly(1);
    assertThat(found("% ")).containsExactly(2);
    assertThat(found("_")).containsExactly(3);
  }

  @Test
  void oneSignOfAScriptWithThousandsIsFoundWithWhateverFollows() {
    add(
        IntStream.range(0, 4_000)
            .mapToObj(i -> Talk.of("?", "我" + Character.toString(0x4e00 + i) + "的" + i % 7))
            .iterator());
    add("别的");
    takeIn();
    assertThat(found("我")).hasSize(4_000);
    assertThat(found("的3")).hasSize(571);
    assertThat(found("别")).hasSize(1 + 1);
  }

  @Test
  void callsRefusalsAndRejectedAnswersAreFound() throws Exception {
    add(
        List.of(
                ConversationJson.parse(
                    """
                    {"messages":[{"role":"user","content":"Where?"},{"role":"assistant","tool_calls":[
                    {"id":"c1","type":"function","function":{"name":"look_up","arguments":"{\\"city\\":\\"Bogotá\\"}"}}]}]}"""),
                ConversationJson.parse(
                    """
                    {"input":{"messages":[{"role":"user","content":"Hello"}]},
                    "preferred_output":[{"role":"assistant","content":"Warm"}],
                    "non_preferred_output":[{"role":"assistant","content":"Frosty"}]}"""),
                ConversationJson.parse(
                    """
                    {"messages":[{"role":"user","content":"How?"},{"role":"assistant","refusal":"I decline"}]}"""))
            .iterator());
    takeIn();
    assertThat(found("bogota")).containsExactly(1);
    assertThat(found("look_up")).containsExactly(1);
    assertThat(found("frosty")).containsExactly(2);
    assertThat(found("decline")).containsExactly(3);
  }

  @Test
  void aProjectFromBeforeIsSearchedAnew() throws Exception {
    add("ends with qz", "plain");
    takeIn();
    project.close();
    try (var file =
        Database.connect(
            folder.resolve("search.timbre"), org.sqlite.SQLiteConfig.JournalMode.WAL)) {
      Database.execute(file, "UPDATE conversation_search SET text = rtrim(text, char(10))");
      Database.execute(file, "DROP TABLE search_terms");
      for (String sql : EarlierTables.WITHOUT_LOOKS) {
        Database.execute(file, sql);
      }
      Database.execute(file, "PRAGMA user_version = 15");
    }
    project = ProjectFile.open(folder.resolve("search.timbre"));
    assertThat(found("qz")).containsExactly(1);
    takeIn();
    assertThat(found("qz")).containsExactly(1);
    Derived.isConsistent(project);
  }
}
