package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

class VersionsCommandTest {
  @TempDir Path folder;
  private CommandRun run;
  private String project;

  private interface Act {
    void on(ProjectSession session);
  }

  private void with(Act act) throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.open(Path.of(project))) {
      act.on(session);
    }
  }

  @BeforeEach
  void prepare() throws Exception {
    run = new CommandRun(folder.resolve("home"));
    project = folder.resolve("voice.timbre").toString();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.preferences().setName("Ana");
      timbre.create(Path.of(project)).close();
    }
    with(session -> session.add(talk("It left us."), Split.TRAINING, Optional.empty()));
  }

  private static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.USER, "Where is it?"), Message.of(Role.ASSISTANT, answer));
  }

  @Test
  void aStateIsNamedComparedAndGoneBackTo() throws Exception {
    assertThat(run.command("versions", "list", project)).isZero();
    assertThat(run.out()).contains("No state has a name yet");
    assertThat(run.command("versions", "name", project, "First")).isZero();
    with(session -> session.replace(Map.of(1L, talk("It left us on Monday."))));
    assertThat(run.command("versions", "compare", project, "First")).isZero();
    assertThat(run.out())
        .contains("0 added, 0 removed, 1 changed, 0 moved")
        .contains("assistant: It left us{+ on Monday+}.");
    assertThat(run.command("versions", "back", project, "1")).isZero();
    assertThat(run.out()).contains("1 conversation changed");
    with(
        session ->
            assertThat(session.row(1).orElseThrow().conversation().answer())
                .isEqualTo("It left us."));
    assertThat(run.command("versions", "list", project, "--json")).isZero();
    assertThat(run.out()).contains("\"name\":\"First\"").contains("\"who\":\"Ana\"");
  }

  @Test
  void anUnknownVersionIsWrongUsage() {
    assertThat(run.command("versions", "back", project, "Nothing")).isEqualTo(2);
    assertThat(run.err()).contains("There is no version called Nothing.");
    assertThat(run.command("versions", "list", folder.resolve("x.timbre").toString())).isEqualTo(2);
  }

  @Test
  void aHistoryNamesPeopleAndWords() throws Exception {
    with(
        session -> {
          session.replace(Map.of(1L, talk("It left us on Monday.")));
          session.setStatus(Status.APPROVED, 1);
        });
    assertThat(run.command("history", project, "1")).isZero();
    assertThat(run.out())
        .contains("Ana  status")
        .contains("status: [-DRAFT-]{+APPROVED+}")
        .contains("assistant: It left us{+ on Monday+}.")
        .contains("Ana  add");
    assertThat(run.command("history", project, "77")).isEqualTo(2);
  }
}
