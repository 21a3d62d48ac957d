package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.voice.VoiceRule;

class VoiceCommandTest {
  private static final String GUIDE =
      "{\"voice_guide\":1,\"rules\":{\"never_say\":{\"phrases\":[\"kindly\"]},\"exclamations\":{\"most\":0}}}";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() {
    run = new CommandRun(folder.resolve("home"));
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(run.out());
  }

  private Path guide() throws Exception {
    return Files.writeString(folder.resolve("guide.json"), GUIDE);
  }

  private Path file(String... answers) throws Exception {
    var lines = new StringBuilder();
    for (var answer : answers) {
      lines.append(
          "{\"messages\":[{\"role\":\"user\",\"content\":\"And?\"},{\"role\":\"assistant\",\"content\":\"%s\"}]}\n"
              .formatted(answer));
    }
    return Files.writeString(folder.resolve("data.jsonl"), lines);
  }

  private Path project(int approved) throws Exception {
    var file = folder.resolve("ours.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("other")));
        var session = timbre.create(file)) {
      session.write(
          "import",
          pen -> {
            for (int i = 0; i < approved; i++) {
              pen.add(
                  draft("Ahoy! It is parcel " + i + ". Fair winds.").withStatus(Status.APPROVED),
                  Place.end());
            }
            return pen.add(draft("Hello, it is here"), Place.end());
          });
    }
    return file;
  }

  private static Curated draft(String answer) {
    return Curated.draft(
        Conversation.of(Message.of(Role.USER, "Where?"), Message.of(Role.ASSISTANT, answer)),
        Split.TRAINING);
  }

  @Test
  void answersOfAFileAreToldWorstFirstWithTheirReasons() throws Exception {
    var file = file("It is here.", "It is here!", "Kindly wait!");
    int code = run.command("voice", file.toString(), "--guide", guide().toString());
    assertThat(code).isZero();
    assertThat(run.out())
        .contains("3 answers scored by 2 rules, 85 on average")
        .contains(" 65  3  Kindly wait!")
        .contains("“Kindly” is none of our words")
        .contains(" 90  2  It is here!")
        .contains("Exclamation marks: 1, at most 0")
        .doesNotContain("100");
    assertThat(run.out().indexOf(" 65  3")).isLessThan(run.out().indexOf(" 90  2"));
  }

  @Test
  void forProgramsEveryReasonHasItsPlace() throws Exception {
    var file = file("It is here.", "Kindly wait!");
    run.command("voice", file.toString(), "--guide", guide().toString(), "--json", "--limit", "1");
    assertThat(json().get("answers").asInt()).isEqualTo(2);
    assertThat(json().get("worst")).hasSize(1);
    var worst = json().get("worst").get(0);
    assertThat(worst.get("conversation").asInt()).isEqualTo(2);
    assertThat(worst.get("message").asInt()).isEqualTo(1);
    assertThat(worst.get("score").asInt()).isEqualTo(65);
    var breach = worst.get("breaches").get(1);
    assertThat(breach.get("rule").asText()).isEqualTo("exclamations");
    assertThat(breach.get("start").asInt()).isEqualTo(11);
    assertThat(breach.get("text").asText()).isEqualTo("!");
  }

  @Test
  void aFileTeachesItsOwnGuideWhichCanBeSaved() throws Exception {
    var answers = new String[20];
    for (int i = 0; i < 20; i++) {
      answers[i] = (i == 7 ? "Hello" : "Ahoy") + ", parcel " + i + " is here.";
    }
    var saved = folder.resolve("saved.json");
    int code = run.command("voice", file(answers).toString(), "--save", saved.toString(), "--json");
    assertThat(code).isZero();
    assertThat(json().get("worst").get(0).get("conversation").asInt()).isEqualTo(8);
    assertThat(new ObjectMapper().readTree(saved.toFile()).at("/rules/greeting/phrases/0").asText())
        .isEqualTo("Ahoy");
    run.command("voice", file("Hello, it is here.").toString(), "--guide", saved.toString());
    assertThat(run.out()).contains("Answers begin with “Ahoy”");
  }

  @Test
  void aProjectIsScoredByItsOwnGuideAndKeepsOneOnlyWhenAsked() throws Exception {
    var project = project(3);
    assertThat(run.command("voice", project.toString())).isEqualTo(TimbreCommandLine.FAILED);
    assertThat(run.err()).contains("There is no voice guide to score by");
    assertThat(run.command("voice", project.toString(), "--guide", guide().toString())).isZero();
    assertThat(exclamations(project)).isFalse();
    assertThat(run.command("voice", project.toString(), "--guide", guide().toString(), "--keep"))
        .isZero();
    assertThat(exclamations(project)).isTrue();
    assertThat(run.command("voice", project.toString())).isZero();
    assertThat(run.out()).contains("Exclamation marks: 1");
  }

  private boolean exclamations(Path project) throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("other")));
        ProjectSession session = timbre.openAlone(project)) {
      return session.voice().guide().rule(VoiceRule.Exclamations.class).isPresent();
    }
  }

  @Test
  void whatAProjectTeachesIsAddedToItsGuide() throws Exception {
    var project = project(12);
    int code = run.command("voice", project.toString(), "--learn", "--json");
    assertThat(code).isZero();
    assertThat(json().get("worst").get(0).get("conversation").asInt()).isEqualTo(13);
    assertThat(json().get("rules").toString()).contains("greeting").contains("sign_off");
  }

  @Test
  void aWrongGuideIsRefusedInWords() throws Exception {
    var wrong = Files.writeString(folder.resolve("wrong.json"), "[]");
    int code = run.command("voice", file("It is here.").toString(), "--guide", wrong.toString());
    assertThat(code).isNotZero();
    assertThat(run.err()).contains("This is no voice guide");
  }

  @Test
  void whatMakesNoSenseIsSaid() throws Exception {
    assertThat(run.command("voice", "nowhere.jsonl")).isEqualTo(2);
    assertThat(run.command("voice", file("Yes").toString(), "--keep")).isEqualTo(2);
    assertThat(run.command("voice", file("Yes").toString(), "--limit", "0")).isEqualTo(2);
  }
}
