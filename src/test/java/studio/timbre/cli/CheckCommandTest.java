package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.TinyModel;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Split;

class CheckCommandTest {
  private static final String TOY = "src/test/resources/reference/toy_chat_fine_tuning.jsonl";
  private static final String OPENAI = "openai:gpt-4.1-mini-2025-04-14";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() {
    run = new CommandRun(folder.resolve("home"));
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(run.out());
  }

  private List<String> places(String rule) throws Exception {
    var places = new ArrayList<String>();
    for (var problem : json().get("problems")) {
      if (problem.get("rule").asText().equals(rule)) {
        places.add(
            problem.get("severity").asText()
                + " "
                + problem.get("line").asText()
                + " "
                + problem.get("conversation").asText());
      }
    }
    return places;
  }

  private static String line(String answer) {
    return """
    {"messages":[{"role":"system","content":"Warm."},{"role":"user","content":"And %s?"},{"role":"assistant","content":"%s"}]}
    """
        .formatted(answer, answer);
  }

  private Path file(String... answers) throws Exception {
    var text = new StringBuilder();
    for (var answer : answers) {
      text.append(answer.startsWith("{") ? answer + "\n" : line(answer));
    }
    return Files.writeString(folder.resolve("data.jsonl"), text);
  }

  private static final String[] TEN = {
    "one gull",
    "two gulls",
    "three gulls",
    "four gulls",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten"
  };

  @Test
  void theToyDataIsWhatTheCookbookSaysAndTooLittleForTheService() throws Exception {
    assertThat(run.command("check", TOY, "--json")).isZero();
    assertThat(json().get("conversations").asInt()).isEqualTo(5);
    assertThat(places("missing_system_message")).containsExactly("warning 3 3");
    assertThat(places("missing_user_message")).hasSize(1);
    assertThat(run.command("check", TOY, "--target", OPENAI, "--json")).isEqualTo(1);
    assertThat(json().get("ready").asBoolean()).isFalse();
    assertThat(places("too_few")).containsExactly("error null null");
  }

  @Test
  void whatStopsATargetIsAnErrorAndNothingElseIs() throws Exception {
    var ten = TEN.clone();
    ten[4] = "Write to maria@gmail.com";
    ten[5] = "Card 4111 1111 1111 1111";
    var file = file(ten);
    assertThat(run.command("check", file.toString(), "--target", OPENAI, "--json")).isZero();
    assertThat(json().get("ready").asBoolean()).isTrue();
    assertThat(places("personal_email")).containsExactly("warning 5 5");
    assertThat(places("personal_card")).containsExactly("warning 6 6");
    assertThat(run.command("check", file.toString(), "--json")).isEqualTo(1);
    assertThat(places("personal_card")).containsExactly("error 6 6");
  }

  @Test
  void aBrokenLineIsNamedAndStopsEverything() throws Exception {
    var eleven = new ArrayList<>(List.of(TEN));
    eleven.add(2, "{\"messages\":");
    var file = file(eleven.toArray(String[]::new));
    assertThat(run.command("check", file.toString(), "--target", OPENAI, "--json")).isEqualTo(1);
    assertThat(places("broken_line")).containsExactly("error 3 null");
    assertThat(json().get("conversations").asInt()).isEqualTo(10);
  }

  @Test
  void aProjectIsCheckedByItsConversations() throws Exception {
    var ten = TEN.clone();
    ten[7] = "Dear {{name}}";
    var project = folder.resolve("voice.timbre").toString();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.create(Path.of(project)).close();
    }
    assertThat(run.command("import", project, file(ten).toString())).isZero();
    assertThat(run.command("check", project, "--target", OPENAI, "--json")).isZero();
    assertThat(places("template_mark")).containsExactly("warning null 8");
    assertThat(run.command("check", project)).isZero();
    assertThat(run.out()).contains("10 conversations, nothing stops it", "template_mark");
  }

  @Test
  void aTargetThatIsNoneIsWrongUsage() throws Exception {
    assertThat(run.command("check", TOY, "--target", "acme:model")).isEqualTo(2);
    assertThat(run.command("check", "nowhere.jsonl")).isEqualTo(2);
    assertThat(run.command("check", TOY, "--target", "openai:gpt-99", "--json")).isEqualTo(1);
    assertThat(run.err()).contains("gpt-99");
  }

  @Test
  void forTrainingHereEachIsReadAsTheModelReadsIt() throws Exception {
    var file =
        file(
            "short",
            "long " + "word ".repeat(300),
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Alone?\"}]}");
    assertThat(run.command("check", file.toString(), "--target", "local", "--json")).isEqualTo(1);
    assertThat(run.out() + run.err()).contains("no model on this computer");
    var model = TinyModel.in(folder.resolve("tiny")).path();
    assertThat(run.command("check", file.toString(), "--target", "local:" + model, "--json"))
        .as(run.err())
        .isZero();
    assertThat(json().get("ready").asBoolean()).isTrue();
    // Of the second its question alone is longer than the model reads.
    assertThat(places("local_cut_answer")).containsExactly("warning 2 2");
    assertThat(places("local_unlearned")).containsExactly("warning 3 3");
    assertThat(run.out()).contains("the model reads up to 256");
    var alone = file("{\"messages\":[{\"role\":\"user\",\"content\":\"Alone?\"}]}");
    assertThat(run.command("check", alone.toString(), "--target", "local:" + model, "--json"))
        .isEqualTo(1);
    assertThat(places("nothing_to_learn")).hasSize(1);
    var project = folder.resolve("voice.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.create(project).close();
    }
    assertThat(run.command("import", project.toString(), file("short", "shorter").toString()))
        .as(run.err())
        .isZero();
    assertThat(run.command("check", project.toString(), "--target", "local:" + model, "--json"))
        .as(run.err())
        .isZero();
  }

  @Test
  void aFindingIsLetPassWithOneReasonAndFoundAgain() throws Exception {
    var project = folder.resolve("voice.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(project)) {
      for (int i = 0; i < 12; i++) {
        session.add(
            ConversationJson.parse(line("Ask joe" + i + "@gmail.com")),
            i < 4 ? Split.HELD_OUT : Split.TRAINING,
            Optional.empty());
      }
    }
    String name = project.toString();
    assertThat(run.command("check", name, "--json")).isZero();
    assertThat(places("personal_email")).hasSize(12);
    assertThat(run.command("check", name, "--pass", "personal_email")).isEqualTo(2);
    assertThat(run.command("check", name, "--reason", "made up")).isEqualTo(2);
    assertThat(run.command("check", name, "--pass", "secret", "--reason", "made up")).isEqualTo(2);
    assertThat(
            run.command(
                "check",
                name,
                "--json",
                "--pass",
                "personal_email",
                "--reason",
                "made up",
                "--split",
                "held_out"))
        .isZero();
    assertThat(places("personal_email")).hasSize(8);
    assertThat(json().get("passed")).hasSize(1);
    assertThat(json().at("/passed/0/conversations").asInt()).isEqualTo(4);
    assertThat(json().at("/passed/0/reason").asText()).isEqualTo("made up");
    assertThat(run.command("check", name, "--pass", "personal_email", "--reason", "ours")).isZero();
    assertThat(run.out())
        .contains("8 let pass: personal_email")
        .contains("let pass personal_email: 8 conversations, ours")
        .contains("let pass personal_email: 4 conversations, made up");
    assertThat(run.command("check", name, "--json", "--find-again", "personal_email")).isZero();
    assertThat(places("personal_email")).hasSize(12);
    assertThat(json().has("passed")).isFalse();
    assertThat(run.command("check", TOY, "--pass", "personal_email", "--reason", "x")).isEqualTo(2);
  }

  @Test
  void aFolderIsToldHowItBecomesAFile() {
    assertThat(run.command("check", folder.toString())).isEqualTo(2);
    assertThat(run.err()).contains("is a folder. timbre convert makes one file of it.");
  }

  @Test
  void oneConversationIsOne() throws Exception {
    var one = Files.writeString(folder.resolve("one.txt"), "Customer: Open?\nAgent: Until six.\n");
    assertThat(run.command("check", one.toString())).isZero();
    assertThat(run.out()).contains(": 1 conversation, nothing stops it");
  }
}
