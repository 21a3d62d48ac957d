package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.FileConversion;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.SavedView;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

class ExportCommandTest {
  @TempDir Path folder;
  private CommandRun run;
  private String project = "";
  private String file = "";

  @BeforeEach
  void fill() throws Exception {
    run = new CommandRun(folder.resolve("home"));
    project = folder.resolve("voice.timbre").toString();
    file = folder.resolve("out.jsonl").toString();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(Path.of(project))) {
      session.write(
          "import",
          pen -> {
            add(
                pen,
                "apple",
                Status.APPROVED,
                Review.NONE.withRating(5).withTags(List.of("fruit")));
            add(pen, "banana", Status.DRAFT, Review.NONE.withTags(List.of("fruit")));
            add(pen, "date", Status.REJECTED, Review.NONE);
            add(pen, "carrot", Status.APPROVED, Review.NONE.withAssignee("Ana").withRating(2));
            return true;
          });
      session
          .views()
          .save(
              SavedView.of(
                  "Good fruit",
                  ConversationQuery.of(
                      ConversationFilter.ALL
                          .withTags(Set.of("fruit"))
                          .withStatuses(Set.of(Status.APPROVED)))));
    }
  }

  private static void add(Pen pen, String question, Status status, Review review) {
    var talk = Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, "Yes."));
    pen.add(new Curated(status, Split.TRAINING, talk, review), Place.end());
  }

  private List<String> export(String... options) throws Exception {
    var arguments = new java.util.ArrayList<>(List.of("export", project, file, "--force"));
    arguments.addAll(List.of(options));
    assertThat(run.command(arguments.toArray(String[]::new))).as(run.err()).isZero();
    return Files.readAllLines(Path.of(file)).stream()
        .map(line -> line.replaceAll(".*?\"content\":\"(\\w+)\".*", "$1"))
        .toList();
  }

  @Test
  void onlyWhatIsAskedForIsWritten() throws Exception {
    assertThat(export()).containsExactly("apple", "banana", "carrot");
    assertThat(export("--status", "approved")).containsExactly("apple", "carrot");
    assertThat(export("--tag", "fruit", "--rating", "1-")).containsExactly("apple");
    assertThat(export("--tag", "")).containsExactly("date", "carrot");
    assertThat(export("--status", "rejected")).containsExactly("date");
    assertThat(export("--rating", "0")).containsExactly("banana", "date");
    assertThat(export("--turns", "1", "--rating", "2-4")).containsExactly("carrot");
    assertThat(export("--turns", "2-")).isEmpty();
    assertThat(export("--assignee", "Ana")).containsExactly("carrot");
    assertThat(export("--search", "ban")).containsExactly("banana");
    assertThat(export("--status", "draft", "--status", "approved", "--holds", "user")).hasSize(3);
    assertThat(export("--view", "Good fruit")).containsExactly("apple");
    assertThat(export("--view", "Good fruit", "--status", "draft")).containsExactly("banana");
  }

  @Test
  void withoutOptionsWhatGoesIntoTrainingIsWritten() throws Exception {
    assertThat(export()).containsExactly("apple", "banana", "carrot");
    assertThat(run.out()).contains("1 left out, as it does not go into training; --all");
    assertThat(export("--all")).containsExactly("apple", "banana", "date", "carrot");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.open(Path.of(project))) {
      session.training().set(TrainingFilter.of(Status.APPROVED));
      session.setSplit(Split.HELD_OUT, session.ids(ConversationQuery.ALL)[0]);
    }
    assertThat(export()).containsExactly("carrot");
    assertThat(run.out()).contains("3 left out, as they do not go into training");
  }

  @Test
  void whatIsHeldOutGoesIntoAFileOfItsOwn() throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.open(Path.of(project))) {
      session.setSplit(Split.HELD_OUT, session.ids(ConversationQuery.ALL)[0]);
    }
    var beside = FileConversion.heldOutFile(Path.of(file));
    assertThat(export("--validation")).hasSize(2);
    assertThat(Files.readAllLines(beside)).hasSize(1);
    assertThat(export("--all", "--validation", "50").size() + Files.readAllLines(beside).size())
        .isEqualTo(4);
    assertThat(run.command("export", project, file, "--force", "--validation", "100")).isEqualTo(2);
  }

  @Test
  void whatIsAskedForWronglyWritesNothing() {
    assertThat(run.command("export", project, file, "--view", "None")).isEqualTo(2);
    assertThat(run.command("export", project, file, "--rating", "many")).isEqualTo(2);
    assertThat(run.command("export", project, file, "--tokens", "few")).isEqualTo(2);
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyWhenSaid() throws Exception {
    Files.writeString(Path.of(file), "mine");
    assertThat(run.command("export", project, file)).isEqualTo(2);
    assertThat(Path.of(file)).hasContent("mine");
  }
}
