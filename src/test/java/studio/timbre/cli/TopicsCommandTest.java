package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Place;
import studio.timbre.model.Split;
import studio.timbre.topics.MadeTalks;

/** Topics on the command line, of files and of projects. */
class TopicsCommandTest {
  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() {
    run = new CommandRun(folder.resolve("home"));
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(run.out());
  }

  /** So many of each topic, but of deliveries another number. */
  private static List<Conversation> talks(int ofEach, int deliveries) {
    var talks = new ArrayList<Conversation>();
    for (var topic : MadeTalks.TOPICS.keySet().stream().sorted().toList()) {
      for (int i = 0; i < (topic.equals("delivery") ? deliveries : ofEach); i++) {
        talks.add(MadeTalks.about(topic, i));
      }
    }
    return talks;
  }

  private Path file(List<Conversation> talks) throws Exception {
    return Files.writeString(
        folder.resolve("data.jsonl"),
        String.join("\n", talks.stream().map(ConversationJson::write).toList()));
  }

  private Path project(List<Conversation> talks) throws Exception {
    var file = folder.resolve("ours.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("other")));
        var session = timbre.create(file)) {
      session.write(
          "import",
          pen -> {
            talks.forEach(talk -> pen.add(Curated.draft(talk, Split.TRAINING), Place.end()));
            return true;
          });
    }
    return file;
  }

  @Test
  void topicsOfAFileAreListedWithTheirNumbers() throws Exception {
    assertThat(run.command("topics", file(talks(40, 40)).toString(), "--json")).isZero();
    assertThat(json().path("conversations").asInt()).isEqualTo(160);
    assertThat(json().path("topics")).hasSize(4);
    assertThat(json().path("topics").findValues("conversations"))
        .allSatisfy(count -> assertThat(count.asInt()).isBetween(36, 44));
    assertThat(run.command("topics", file(talks(2, 2)).toString())).isZero();
    assertThat(run.err()).contains("about 30 conversations");
  }

  @Test
  void aFileAndAProjectHaveTheSameTopics() throws Exception {
    var talks = talks(40, 25);
    assertThat(run.command("topics", file(talks).toString(), "--json")).isZero();
    var ofFile = json();
    run = new CommandRun(folder.resolve("home"));
    assertThat(run.command("topics", project(talks).toString(), "--json")).isZero();
    assertThat(json()).isEqualTo(ofFile);
  }

  @Test
  void aTopicIsRenamedAndFiltersByItsName() throws Exception {
    var file = project(talks(40, 40)).toString();
    assertThat(run.command("topics", file, "--json")).isZero();
    String name = json().path("topics").get(0).path("name").asText();
    int count = json().path("topics").get(0).path("conversations").asInt();
    run = new CommandRun(folder.resolve("home"));
    assertThat(run.command("topics", file, "--rename", name + "=Our own", "--anew", "--json"))
        .isZero();
    assertThat(json().path("topics").findValuesAsText("name"))
        .contains("Our own")
        .doesNotContain(name);
    var out = folder.resolve("out.jsonl");
    run = new CommandRun(folder.resolve("home"));
    assertThat(run.command("export", file, out.toString(), "--topic", "our OWN")).isZero();
    assertThat(Files.readAllLines(out)).hasSize(count);
    run = new CommandRun(folder.resolve("home"));
    var other = folder.resolve("other.jsonl").toString();
    assertThat(run.command("export", file, other, "--topic", "Bees")).isEqualTo(2);
    assertThat(run.err()).contains("There is no topic called Bees");
    assertThat(run.command("topics", file, "--rename", "Bees=Wasps")).isEqualTo(2);
  }

  @Test
  void unbalancedTopicsAreFoundInFilesAndProjects() throws Exception {
    var talks = talks(120, 5);
    for (var file : List.of(file(talks), project(talks))) {
      run = new CommandRun(folder.resolve("home"));
      run.command("check", file.toString(), "--json");
      assertThat(json().path("problems"))
          .filteredOn(problem -> problem.path("rule").asText().equals("rare_topic"))
          .hasSizeBetween(3, 6)
          .allSatisfy(
              problem ->
                  assertThat(problem.path("message").asText()).contains("very few examples"));
    }
    run = new CommandRun(folder.resolve("home"));
    run.command("check", file(talks(40, 240)).toString(), "--json");
    assertThat(json().path("problems"))
        .filteredOn(problem -> problem.path("rule").asText().equals("dominant_topic"))
        .hasSize(1);
  }

  @Test
  void twoTopicsArePutTogetherAndTakenApart() throws Exception {
    var file = project(talks(40, 40)).toString();
    assertThat(run.command("topics", file, "--json")).isZero();
    assertThat(json().get("topics")).hasSize(4);
    String first = json().at("/topics/0/name").asText();
    String second = json().at("/topics/1/name").asText();
    int both =
        json().at("/topics/0/conversations").asInt() + json().at("/topics/1/conversations").asInt();
    assertThat(run.command("topics", file, "--json", "--join", second + "=" + first)).isZero();
    assertThat(json().get("topics")).hasSize(3);
    assertThat(json().at("/topics/0/name").asText()).isEqualTo(first);
    assertThat(json().at("/topics/0/conversations").asInt()).isEqualTo(both);
    assertThat(run.command("topics", file, "--join", first + "=" + first)).isEqualTo(2);
    assertThat(run.command("topics", file, "--json", "--part", first)).isZero();
    assertThat(json().get("topics")).hasSize(4);
    assertThat(run.command("topics", file, "--part", first)).isEqualTo(2);
  }
}
