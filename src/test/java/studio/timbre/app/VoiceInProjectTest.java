package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Curated;
import studio.timbre.model.Facet;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;

/** The voice guide of a project from the first approved answers to scores that follow. */
class VoiceInProjectTest {
  private static final VoiceGuide NO_SHOUTING = VoiceGuide.NONE.with(new VoiceRule.Exclamations(0));

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("a.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.USER, "Where is it?"), Message.of(Role.ASSISTANT, answer));
  }

  private long add(String answer) {
    return session.add(talk(answer), Split.TRAINING, Optional.empty());
  }

  private void approve(int examples) {
    session.write(
        "import",
        pen -> {
          for (int i = 0; i < examples; i++) {
            pen.add(
                Curated.draft(talk("Ahoy! It is parcel " + i + ". Fair winds."), Split.TRAINING)
                    .withStatus(Status.APPROVED),
                Place.end());
          }
          return true;
        });
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private int voice(long id) {
    return session.row(id).orElseThrow().voice();
  }

  @Test
  void theGuideStartsFromApprovedExamplesByItself() throws Exception {
    long other = add("Dear customer, it is here");
    approve(12);
    await(() -> session.voice().standing().state() == State.DONE);
    var start = session.voice().current().orElseThrow();
    assertThat(start.origin()).isEqualTo(Origin.LEARNED);
    assertThat(start.guide().rule(VoiceRule.Greeting.class))
        .contains(new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of("Ahoy"), false));
    assertThat(voice(other)).isLessThan(90);
    assertThat(session.ids(ConversationQuery.ALL.sortedBy(Sort.VOICE, false))[0]).isEqualTo(other);
  }

  @Test
  void fromAHandfulNoGuideIsMade() throws Exception {
    approve(3);
    var lesson = session.voice().learn(Progress.NONE);
    assertThat(lesson.missing()).isEqualTo(7);
    assertThat(session.voice().current()).isEmpty();
    assertThat(session.voice().guide()).isEqualTo(VoiceGuide.NONE);
  }

  @Test
  void scoresFollowEditsAndTheGuide() throws Exception {
    long calm = add("It is here.");
    long loud = add("It is here!");
    session.voice().change(NO_SHOUTING);
    await(() -> voice(loud) == 90 && voice(calm) == 100);
    assertThat(session.ids(ConversationQuery.of(ConversationFilter.ALL.withVoice(Range.upTo(95)))))
        .containsExactly(loud);
    assertThat(
            session.ids(
                ConversationQuery.of(
                    ConversationFilter.ALL.withVoiceRules(Set.of(VoiceKind.EXCLAMATIONS)))))
        .containsExactly(loud);
    assertThat(session.facets().of(Facet.VOICE, ConversationQuery.ALL, Progress.NONE))
        .isEqualTo(Map.of("90", 1L, "100", 1L));
    session.replace(Map.of(calm, talk("It is here!!")));
    await(() -> voice(calm) == 80);
    session.undo();
    await(() -> voice(calm) == 100);
    session.voice().change(VoiceGuide.NONE.with(new VoiceRule.Exclamations(1)));
    await(() -> voice(loud) == 100);
    assertThat(session.voice().breaking()).isEmpty();
  }

  @Test
  void whatTheGuideWasCanBeGoneBackTo() throws Exception {
    long loud = add("It is here!");
    session.voice().change(NO_SHOUTING);
    session.voice().change(VoiceGuide.NONE);
    await(() -> voice(loud) == -1 && session.voice().standing().state() == State.NO_GUIDE);
    session.voice().restore(session.voice().history(10).getLast());
    await(() -> voice(loud) == 90);
    assertThat(session.voice().history(10))
        .extracting(version -> version.origin())
        .containsExactly(Origin.RESTORED, Origin.WRITTEN, Origin.WRITTEN);
  }

  @Test
  void sameGuideAgainIsNoChange() {
    session.voice().change(NO_SHOUTING);
    session.voice().change(NO_SHOUTING);
    assertThat(session.voice().history(10)).hasSize(1);
  }

  @Test
  void judgingCanBePausedAndGoesOn() throws Exception {
    session.write(
        "import",
        pen -> {
          for (int i = 0; i < 5_000; i++) {
            pen.add(Curated.draft(talk("Number " + i + "!"), Split.TRAINING), Place.end());
          }
          return true;
        });
    var voice = session.voice();
    try (var _ = voice.onProgress(voice::pause)) {
      voice.change(NO_SHOUTING);
      await(() -> voice.standing().state() == State.PAUSED);
    }
    assertThat(voice.counts().getOrDefault(90, 0L)).isLessThan(5_000L);
    voice.goOn();
    await(() -> voice.standing().state() == State.DONE);
    assertThat(voice.counts()).isEqualTo(Map.of(90, 5_000L));
  }

  @Test
  void aGuideGoesOutAndComesInAsAFile() throws Exception {
    session.voice().change(NO_SHOUTING);
    var file = folder.resolve("guide.json");
    session.voice().exportGuide(file);
    session.voice().change(VoiceGuide.NONE);
    session.voice().importGuide(file);
    assertThat(session.voice().guide()).isEqualTo(NO_SHOUTING);
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> session.voice().importGuide(file))
        .isInstanceOf(UserFacingException.class);
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> session.voice().importGuide(file))
        .isInstanceOf(UserFacingException.class);
    assertThatThrownBy(() -> session.voice().importGuide(folder.resolve("none.json")))
        .isInstanceOf(UserFacingException.class);
    assertThat(session.voice().guide()).isEqualTo(NO_SHOUTING);
  }

  @Test
  void dictionariesAreAskedWithTheWordsOfTheProject() throws Exception {
    long id = add("We have sent your timbrelo and you will have it on Friday.");
    session.voice().change(VoiceGuide.NONE.with(new VoiceRule.Dictionary()));
    await(() -> voice(id) == 96);
    var breach = session.voice().judge(session.row(id).orElseThrow().conversation());
    assertThat(breach.getFirst().score().breaches().getFirst().found()).isEqualTo("timbrelo");
    new Spelling(session).add("timbrelo");
    await(() -> voice(id) == 100);
  }

  @Test
  void learningCanBeCancelled() {
    approve(300);
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> session.voice().learn(cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
