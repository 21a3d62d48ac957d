package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;

/** Preference pairs in a project are conversations, and leave it as the pairs that came in. */
class PairsInProjectTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PUBLISHED =
      Path.of("src/test/resources/reference/orca_dpo_pairs.jsonl");

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("My voice.timbre"));
    assertThat(session.importJsonl(PUBLISHED, Split.TRAINING, Progress.NONE).imported())
        .isEqualTo(6);
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private List<JsonNode> exported() throws Exception {
    var out = folder.resolve("out.jsonl");
    session.exportJsonl(ConversationQuery.ALL, out, Progress.NONE);
    return lines(out);
  }

  private static List<JsonNode> lines(Path file) throws Exception {
    var lines = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void whatCameInGoesOut() throws Exception {
    assertThat(exported()).isEqualTo(lines(PUBLISHED));
  }

  @Test
  void anEditOfThePreferredAnswerChangesNothingElseAndIsTakenBack() throws Exception {
    long id = session.ids(ConversationQuery.ALL)[2];
    var pair = session.row(id).orElseThrow().conversation();
    int last = pair.messages().size() - 1;
    session.replace(
        Map.of(id, pair.withMessage(last, pair.messages().get(last).withText("Shorter."))));
    var expected = lines(PUBLISHED);
    ((ObjectNode) expected.get(2).at("/preferred_output/0")).put("content", "Shorter.");
    assertThat(exported()).isEqualTo(expected);
    session.undo();
    assertThat(exported()).isEqualTo(lines(PUBLISHED));
  }
}
