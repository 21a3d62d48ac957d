package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.store.VoiceScores.Judged;

class VoiceScoresTest {
  @TempDir Path folder;
  private ProjectFile project;
  private Edits edits;
  private VoiceScores scores;
  private VoiceGuides guides;
  private long first;
  private long second;
  private long third;

  @BeforeEach
  void open() throws Exception {
    project = ProjectFile.create(folder.resolve("voice.timbre"));
    edits = project.edits(() -> "Ana");
    scores = project.voiceScores();
    guides = project.voiceGuides(() -> "Ana");
    first = add("first");
    second = add("second");
    third = add("third");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private long add(String answer) {
    return edits.add(talk(answer), Split.TRAINING, Optional.empty());
  }

  private static Conversation talk(String answer) {
    return Conversation.of(Message.of(Role.USER, "Hi"), Message.of(Role.ASSISTANT, answer));
  }

  private long guide(int most) {
    return guides.add(VoiceGuide.NONE.with(new VoiceRule.Exclamations(most)), Origin.WRITTEN).id();
  }

  /** Gives every conversation a score, as a walk does: its place times ten. */
  private void judge(long guide) {
    var next = scores.next(guide, 10);
    scores.walk(
        guide,
        next.stream()
            .map(
                one ->
                    new Judged(
                        one, (int) one.id() * 10, VoiceKind.bits(List.of(VoiceKind.EXCLAMATIONS))))
            .toList());
    assertThat(scores.next(guide, 10)).isEmpty();
    scores.arrive(guide);
  }

  private List<Integer> kept() {
    var conversations = project.conversations();
    return conversations.rows("", conversations.ids(ConversationQuery.ALL, "")).stream()
        .map(ConversationRow::voice)
        .toList();
  }

  @Test
  void oneEditCostsOneJudgement() {
    long guide = guide(1);
    judge(guide);
    assertThat(scores.changed(guide, 10)).isEmpty();
    edits.setStatus(Status.APPROVED, first);
    assertThat(scores.changed(guide, 10)).isEmpty();
    edits.replace(Map.of(second, talk("other")));
    assertThat(kept()).containsExactly(10, -1, 30);
    assertThat(scores.changed(guide, 10)).extracting(Traits.Unlooked::id).containsExactly(second);
    assertThat(scores.waiting(guide)).isEqualTo(1);
  }

  @Test
  void whatComesBackIsJudgedAnew() {
    long guide = guide(1);
    judge(guide);
    edits.delete(first);
    project.journal().undo();
    assertThat(scores.changed(guide, 10)).extracting(Traits.Unlooked::id).containsExactly(first);
  }

  @Test
  void anotherGuideWalksThroughAllAndOldScoresStayUntilItComesBy() {
    judge(guide(1));
    long newer = guide(2);
    assertThat(scores.waiting(newer)).isEqualTo(3);
    assertThat(kept()).containsExactly(10, 20, 30);
    var next = scores.next(newer, 2);
    scores.walk(newer, next.stream().map(one -> new Judged(one, 99, 0)).toList());
    assertThat(kept()).containsExactly(99, 99, 30);
    assertThat(scores.next(newer, 10)).extracting(Traits.Unlooked::id).containsExactly(third);
    assertThat(scores.waiting(newer)).isEqualTo(1);
  }

  @Test
  void aWalkGoesOnWhereItWasLeftWhenTheProjectIsOpenedAgain() throws Exception {
    long guide = guide(1);
    var next = scores.next(guide, 2);
    scores.walk(guide, next.stream().map(one -> new Judged(one, 50, 0)).toList());
    project.close();
    project = ProjectFile.open(folder.resolve("voice.timbre"));
    assertThat(project.voiceScores().next(guide, 10))
        .extracting(Traits.Unlooked::id)
        .containsExactly(third);
  }

  @Test
  void judgementsOfAGuideThatIsInForceNoMoreAreDropped() {
    long older = guide(1);
    var next = scores.next(older, 10);
    guide(2);
    scores.walk(older, next.stream().map(one -> new Judged(one, 50, 0)).toList());
    assertThat(kept()).containsExactly(-1, -1, -1);
  }

  @Test
  void judgementsOfATextThatHasChangedSinceAreDropped() {
    long guide = guide(1);
    var next = scores.next(guide, 10);
    edits.replace(Map.of(first, talk("other")));
    scores.walk(guide, next.stream().map(one -> new Judged(one, 50, 0)).toList());
    assertThat(kept()).containsExactly(-1, 50, 50);
  }

  @Test
  void theWorstComeFirstAndWhatHasNoScoreLastEitherWay() {
    long guide = guide(1);
    judge(guide);
    edits.replace(Map.of(second, talk("other")));
    var conversations = project.conversations();
    var sorted = ConversationQuery.ALL.sortedBy(Sort.VOICE, false);
    assertThat(conversations.ids(sorted, "")).containsExactly(first, third, second);
    assertThat(conversations.ids(ConversationQuery.ALL.sortedBy(Sort.VOICE, true), ""))
        .containsExactly(third, first, second);
  }

  @Test
  void scoresAndBrokenRulesAreCounted() {
    judge(guide(1));
    assertThat(scores.counts()).isEqualTo(Map.of(10, 1L, 20, 1L, 30, 1L));
    assertThat(scores.breaking()).isEqualTo(Map.of(VoiceKind.EXCLAMATIONS, 3L));
  }

  @Test
  void whatTheGuideWasBeforeStaysInItsHistory() throws Exception {
    guide(1);
    guide(2);
    project.close();
    project = ProjectFile.open(folder.resolve("voice.timbre"));
    var history = project.voiceGuides(() -> "Budi").history(10);
    assertThat(history)
        .extracting(version -> version.guide().rule(VoiceRule.Exclamations.class).orElseThrow())
        .containsExactly(new VoiceRule.Exclamations(2), new VoiceRule.Exclamations(1));
    assertThat(history).extracting(version -> version.who()).containsOnly("Ana");
  }
}
