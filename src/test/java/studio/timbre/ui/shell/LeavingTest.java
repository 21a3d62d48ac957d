package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.fx.Unfinished;
import studio.timbre.ui.fx.Unfinished.Kind;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.shell.Leaving.Goal;
import studio.timbre.ui.shell.Leaving.Question;

/** A project with work under way is left only after an answer. */
class LeavingTest {
  private final Unfinished unfinished = new Unfinished();
  private final List<Runnable> later = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();

  /** What waits a moment waits until the test lets it. */
  private final Leaving leaving = new Leaving(new Work(later::add, Runnable::run));

  private int left;

  @BeforeEach
  void open() {
    leaving.of(() -> Optional.of(unfinished));
  }

  private Runnable begin(Kind kind, String name) {
    return unfinished.begin(kind, name, () -> stopped.add(name));
  }

  private void leave() {
    leaving.leave(Goal.OPEN, () -> left++);
  }

  private void aMomentPasses() {
    later.forEach(Runnable::run);
    later.clear();
  }

  private Optional<Question> question() {
    return leaving.question().get();
  }

  @Test
  void nothingIsAskedWhereNothingIsUnderWay() {
    leave();
    assertThat(left).isEqualTo(1);
    assertThat(question()).isEmpty();
  }

  @Test
  void whatEndsWithinAMomentIsWaitedForWithoutAWord() {
    var end = begin(Kind.CHANGE, "Approve 3");
    leave();
    assertThat(left).isZero();
    assertThat(question()).isEmpty();
    end.run();
    assertThat(left).isEqualTo(1);
    aMomentPasses();
    assertThat(question()).isEmpty();
    assertThat(stopped).isEmpty();
  }

  @Test
  void whatTakesLongerIsAskedAboutAndNothingIsStoppedMeanwhile() {
    begin(Kind.IMPORT, "chats.jsonl");
    leave();
    aMomentPasses();
    assertThat(question().orElseThrow().pieces())
        .extracting(Unfinished.Piece::name)
        .containsExactly("chats.jsonl");
    assertThat(left).isZero();
    assertThat(stopped).isEmpty();
  }

  @Test
  void toFinishMeansToLeaveWhenAllOfItIsOver() {
    var first = begin(Kind.IMPORT, "chats.jsonl");
    var second = begin(Kind.EXPORT, "train.jsonl");
    leave();
    aMomentPasses();
    leaving.finish();
    first.run();
    assertThat(left).isZero();
    assertThat(question().orElseThrow().waits()).isTrue();
    second.run();
    assertThat(left).isEqualTo(1);
    assertThat(stopped).isEmpty();
    assertThat(question()).isEmpty();
  }

  /** What is stopped still has to take back what it began, before the file is let go. */
  @Test
  void toStopMeansToLeaveOnceItHasStopped() {
    var end = begin(Kind.IMPORT, "chats.jsonl");
    leave();
    aMomentPasses();
    leaving.stop();
    assertThat(stopped).containsExactly("chats.jsonl");
    assertThat(left).isZero();
    end.run();
    assertThat(left).isEqualTo(1);
  }

  @Test
  void toStayMeansThatNothingHappensLaterEither() {
    var end = begin(Kind.IMPORT, "chats.jsonl");
    leave();
    aMomentPasses();
    leaving.stay();
    assertThat(question()).isEmpty();
    end.run();
    assertThat(left).isZero();
    assertThat(stopped).isEmpty();
  }

  @Test
  void whatEndsWhileTheQuestionStandsIsSaidAndTheAnswerIsWaitedFor() {
    var end = begin(Kind.EXPORT, "train.jsonl");
    leave();
    aMomentPasses();
    end.run();
    assertThat(left).isZero();
    assertThat(question().orElseThrow().pieces()).isEmpty();
    leaving.finish();
    assertThat(left).isEqualTo(1);
  }

  @Test
  void theLastWishCounts() {
    var end = begin(Kind.IMPORT, "chats.jsonl");
    leaving.leave(Goal.CLOSE, () -> left += 100);
    leave();
    aMomentPasses();
    assertThat(question().orElseThrow().goal()).isEqualTo(Goal.OPEN);
    leaving.finish();
    end.run();
    assertThat(left).isEqualTo(1);
  }

  @Test
  void whatCanWaitIsDoneOnceItIsFree() {
    var end = begin(Kind.IMPORT, "chats.jsonl");
    leaving.whenFree(() -> left++);
    assertThat(left).isZero();
    end.run();
    assertThat(left).isEqualTo(1);
    begin(Kind.IMPORT, "more.jsonl").run();
    assertThat(left).as("once").isEqualTo(1);
  }
}
