package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.TrainingFilterJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Problem;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

class TrainingChoiceTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private long add(String answer, Status status, Review review) {
    var talk = Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, answer));
    long id = session.add(talk, Split.TRAINING, Optional.empty());
    session.write(
        "edit",
        pen -> {
          pen.put(id, pen.find(id).orElseThrow().withStatus(status).withReview(review));
          return id;
        });
    return id;
  }

  private void oneOfEach() {
    for (var status : Status.values()) {
      add(status.name(), status, Review.NONE);
    }
  }

  @Test
  void whatIsApprovedOrADraftIsTrainedOnAtFirst() {
    oneOfEach();
    assertThat(session.training().get())
        .isEqualTo(TrainingFilter.of(Status.DRAFT, Status.APPROVED));
    assertThat(session.estimate().examples()).isEqualTo(2);
    assertThat(session.training().totals(Split.TRAINING).conversations()).isEqualTo(2);
  }

  @Test
  void anotherChoiceCountsAtOnceAndStays() throws Exception {
    oneOfEach();
    session.training().set(TrainingFilter.of(Status.IN_REVIEW, Status.DRAFT, Status.REJECTED));
    assertThat(session.estimate().examples()).isEqualTo(3);
    session.close();
    session = timbre.open(folder.resolve("voice.timbre"));
    assertThat(session.estimate().examples()).isEqualTo(3);
  }

  @Test
  void tagsAndStarsNarrowItDown() {
    add("a", Status.APPROVED, Review.NONE.withRating(5).withTags(Set.of("refund")));
    add("b", Status.APPROVED, Review.NONE.withRating(3).withTags(Set.of("refund")));
    add("c", Status.APPROVED, Review.NONE.withRating(5));
    session.training().set(TrainingFilter.DEFAULT.withLeastRating(4));
    assertThat(session.estimate().examples()).isEqualTo(2);
    session.training().set(session.training().get().withTags(Set.of("refund", "tone")));
    assertThat(session.estimate().examples()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsTrainedOnIsChecked() {
    add("", Status.IN_REVIEW, Review.NONE);
    assertThat(session.problems()).extracting(Problem::kind).doesNotContain("empty_message");
    session.training().set(TrainingFilter.of(Status.IN_REVIEW));
    assertThat(session.problems()).isNotEmpty();
    assertThat(session.problems().stream().flatMap(problem -> problem.conversations().stream()))
        .contains(1L);
  }

  @Test
  void aChoiceIsReadAsItWasWritten() {
    var filter = TrainingFilter.of(Status.REJECTED).withTags(Set.of("ö, \"x\"")).withLeastRating(2);
    assertThat(TrainingFilterJson.read(TrainingFilterJson.write(filter))).contains(filter);
    assertThat(TrainingFilterJson.read("{\"statuses\": [\"SHINY\"]}")).isEmpty();
    assertThat(TrainingFilterJson.read("{}")).isEmpty();
    assertThat(TrainingFilterJson.read("nonsense")).isEmpty();
  }

  @Test
  void aChangeIsSignedWithTheNameOfTheMoment() {
    timbre.preferences().setName("Ana");
    add("a", Status.DRAFT, Review.NONE);
    timbre.preferences().setName(" Budi ");
    add("b", Status.DRAFT, Review.NONE.withAssignee("Clara"));
    assertThat(session.history(1).getFirst().who()).isEqualTo("Budi");
    assertThat(session.team().me()).isEqualTo("Budi");
    assertThat(session.team().people()).containsExactly("Ana", "Budi", "Clara");
  }
}
