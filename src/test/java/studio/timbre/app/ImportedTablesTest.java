package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.UserFacingException;

class ImportedTablesTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession project;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    project = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() throws Exception {
    project.close();
    timbre.close();
  }

  private List<ConversationRow> rows() {
    return project.rows(project.ids(ConversationQuery.ALL));
  }

  private Path table(String text) throws Exception {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  @Test
  void aTableSaysHowFarItsConversationsAreAndWhatTheyAreFor() throws Exception {
    var file =
        table("Pergunta,Resposta,Status,Conjunto,Etiquetas\na,b,aprovado,teste,\"x; y\"\nc,d,,,\n");
    var report =
        project.importAll(
            List.of(file), Split.TRAINING, Status.IN_REVIEW, project.mappings(), Progress.NONE);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(rows())
        .extracting(ConversationRow::status)
        .containsExactly(Status.APPROVED, Status.IN_REVIEW);
    assertThat(rows())
        .extracting(ConversationRow::split)
        .containsExactly(Split.HELD_OUT, Split.TRAINING);
    assertThat(project.team().tags()).containsExactly("x", "y");
  }

  @Test
  void whatAPersonChoseCountsForTheNextTableWithTheSameColumns() throws Exception {
    var look = TableLook.at(table("one,two\nQuestion here,Answer here\n")).orElseThrow();
    var turned =
        look.guess()
            .withHeader(true)
            .withUse(0, Use.ASSISTANT)
            .withUse(1, Use.USER)
            .withSystem(Optional.of("You are Gull."));
    var preview = look.preview(turned, 10);
    assertThat(preview.said()).hasSize(1);
    assertThat(preview.said().getFirst().question()).isEqualTo("Answer here");
    project.mappings().remember(look, turned);

    var next = table("one,two\nb,a\nd,c\n");
    project.importJsonl(next, Split.TRAINING, Progress.NONE);
    assertThat(rows())
        .extracting(row -> row.conversation().messages().getFirst().text())
        .containsOnly("You are Gull.");
    assertThat(rows()).extracting(row -> row.conversation().question()).containsExactly("a", "c");
  }

  @Test
  void columnsAreNamedByNameLetterOrNumber() throws Exception {
    var file = table("Eins,Zwei,answer\nq,a,not this\n");
    var named = new NamedColumns(Map.of("eins", Use.USER, "B", Use.ASSISTANT), Optional.empty());
    project.importAll(List.of(file), Split.TRAINING, Status.DRAFT, named, Progress.NONE);
    var conversation = rows().getFirst().conversation();
    assertThat(conversation.question()).isEqualTo("q");
    assertThat(conversation.answer()).isEqualTo("a");
    assertThat(conversation.extras()).containsEntry("answer", "\"not this\"");
  }

  @Test
  void aColumnThatIsNotThereStopsTheImport() throws Exception {
    var named = new NamedColumns(Map.of("Drei", Use.USER), Optional.empty());
    var file = table("user,assistant\na,b\n");
    assertThatThrownBy(
            () ->
                project.importAll(
                    List.of(file), Split.TRAINING, Status.DRAFT, named, Progress.NONE))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("no column \"Drei\"")
        .hasMessageContaining("user, assistant");
  }
}
