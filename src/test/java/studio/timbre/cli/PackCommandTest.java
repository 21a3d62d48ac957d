package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** {@code timbre pack} and {@code timbre merge}. */
class PackCommandTest {
  @TempDir Path folder;
  private CommandRun run;
  private String project;
  private String pack;

  @BeforeEach
  void prepare() throws Exception {
    run = new CommandRun(folder.resolve("home"));
    project = folder.resolve("voice.timbre").toString();
    pack = folder.resolve("for Ana.timbre").toString();
    try (var timbre = timbre();
        var session = timbre.create(Path.of(project))) {
      for (int i = 1; i <= 4; i++) {
        session.add(
            Conversation.of(
                Message.of(Role.USER, "question " + i), Message.of(Role.ASSISTANT, "answer " + i)),
            Split.TRAINING,
            Optional.empty());
      }
      session.setStatus(Status.IN_REVIEW, 2, 3);
    }
  }

  private Timbre timbre() {
    return Timbre.startIn(new TimbreFolder(folder.resolve("home")));
  }

  private void edit(String file, Consumer<ProjectSession> edit) throws Exception {
    try (var timbre = timbre();
        var session = timbre.open(Path.of(file))) {
      edit.accept(session);
    }
  }

  private Status status(long id) throws Exception {
    try (var timbre = timbre();
        var session = timbre.open(Path.of(project))) {
      return session.row(id).orElseThrow().status();
    }
  }

  private JsonNode json() throws Exception {
    var last = run.out().lines().reduce((before, line) -> line).orElseThrow();
    return new ObjectMapper().readTree(last);
  }

  @Test
  void aFilterSaysWhatGoesIn() throws Exception {
    assertThat(
            run.command("pack", project, pack, "--for", "Ana", "--status", "in_review", "--json"))
        .isZero();
    assertThat(json().get("conversations").asLong()).isEqualTo(2);
    edit(pack, session -> session.setStatus(Status.APPROVED, 2));
    assertThat(run.command("merge", project, pack, "--json")).isZero();
    assertThat(json().get("merged").asBoolean()).isTrue();
    assertThat(json().get("changed_by_them").asInt()).isEqualTo(1);
    assertThat(status(2)).isEqualTo(Status.APPROVED);
  }

  @Test
  void clashesAreToldAndNothingIsMergedUntilASideIsNamed() throws Exception {
    assertThat(run.command("pack", project, pack, "--ids", "1,4")).isZero();
    assertThat(run.out()).contains("2 conversations packed into");
    edit(pack, session -> session.setStatus(Status.APPROVED, 1));
    edit(project, session -> session.setStatus(Status.REJECTED, 1));
    assertThat(run.command("merge", project, pack)).isEqualTo(1);
    assertThat(run.out())
        .contains("Conversation 1, status: ours \"REJECTED\", theirs \"APPROVED\"");
    assertThat(run.err()).contains("nothing was merged");
    assertThat(run.command("merge", project, pack, "--json")).isEqualTo(1);
    assertThat(json().at("/open/0/theirs").asText()).isEqualTo("APPROVED");
    assertThat(status(1)).isEqualTo(Status.REJECTED);
    assertThat(run.command("merge", project, pack, "--theirs")).isZero();
    assertThat(status(1)).isEqualTo(Status.APPROVED);
  }

  @Test
  void wrongUsageIsNamed() {
    assertThat(run.command("pack", project, pack)).isEqualTo(2);
    assertThat(run.command("pack", project, project, "--all")).isEqualTo(2);
    assertThat(run.command("pack", project, pack, "--ids", "1", "--all")).isEqualTo(2);
    assertThat(run.command("merge", project, pack, "--ours", "--theirs")).isEqualTo(2);
    assertThat(run.command("pack", project, pack, "--ids", "99")).isEqualTo(1);
    assertThat(run.err()).contains("no pack was made");
  }

  @Test
  void aProjectThatIsNoPackIsRefused() {
    run.command("pack", project, pack, "--all");
    assertThat(run.command("merge", pack, project)).isEqualTo(1);
    assertThat(run.err()).contains("no review pack");
  }
}
