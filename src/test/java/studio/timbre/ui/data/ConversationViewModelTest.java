package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** Everything happens at once, on one thread: the news of an edit comes while the edit still counts as under way. */
class ConversationViewModelTest {
  @TempDir Path folder;

  private final Work work = new Work(Runnable::run, Runnable::run);
  private Timbre timbre;
  private OpenProject project;
  private ConversationViewModel model;
  private long id;

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    project = new OpenProject(timbre.openSample(), work);
    id = project.session().ids(ConversationQuery.ALL)[0];
    model =
        new ConversationViewModel(
            project,
            work,
            new SimpleObjectProperty<>(Optional.of(id)),
            problem -> {
              throw new AssertionError(problem);
            });
  }

  @AfterEach
  void close() {
    model.close();
    project.session().close();
    timbre.close();
  }

  @Test
  void anEditInTheTableIsSeenInTheConversation() {
    var edited =
        Conversation.of(Message.of(Role.USER, "decaf?"), Message.of(Role.ASSISTANT, "Yes."));
    project
        .edits()
        .make(
            session -> {
              session.replace(Map.of(id, edited));
              return true;
            })
        .onFailure(
            problem -> {
              throw new AssertionError(problem);
            });
    assertThat(model.row().get().orElseThrow().conversation()).isEqualTo(edited);
  }
}
