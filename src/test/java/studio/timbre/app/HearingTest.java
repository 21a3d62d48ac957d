package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.jobs.local.Cores;
import studio.timbre.jobs.local.EchoVoice;
import studio.timbre.jobs.local.VoiceProcess;
import studio.timbre.jobs.openai.ChatVoice;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** Talks with real processes that only repeat what they hear. */
@Timeout(60)
class HearingTest {
  private static final Voice.Local BASE = new Voice.Local(Path.of("base"), Optional.empty());
  private static final Voice.Local TUNED =
      new Voice.Local(Path.of("base"), Optional.of(Path.of("tuned")));

  private static final ApiVoices NOBODY_THERE =
      new ApiVoices(
          connection -> {
            throw new AssertionError("no voice at a provider is asked here");
          },
          new AnswerPrices(List.of()),
          new ChatVoice());

  private final Map<Voice.Local, Integer> starts = new ConcurrentHashMap<>();
  private final Hearing hearing = hearing(Duration.ofMinutes(5));

  private Hearing hearing(Duration idle) {
    var local =
        new LocalVoices(
            voice -> {
              starts.merge(voice, 1, Integer::sum);
              return VoiceProcess.start(EchoVoice.class, List.of());
            },
            idle);
    return new Hearing(local, NOBODY_THERE);
  }

  @AfterEach
  void tearDown() {
    hearing.close();
  }

  @Test
  void aVoiceStaysLoadedFromOneAnswerToTheNext() throws Exception {
    assertThat(ask(BASE, "one two ☕ three", 0).text()).isEqualTo("one two ☕ three");
    var second = ask(BASE, "four", 0);
    assertThat(second.text()).isEqualTo("four");
    assertThat(second.tokens).isEqualTo(1);
    assertThat(starts).containsOnly(Map.entry(BASE, 1));
  }

  @Test
  void countsTokensAndNotPiecesOfText() throws Exception {
    var heard = ask(BASE, "an incomprehensible word", 0);
    assertThat(heard.text()).isEqualTo("an incomprehensible word");
    assertThat(heard.counts).containsExactly(1, 3, 4);
    assertThat(heard.tokens).isEqualTo(4);
  }

  @Test
  void anAnswerEndsSoonAfterStop() throws Exception {
    var heard = new Heard();
    var answer = hearing.ask(BASE, question("word ".repeat(1000)), sampling(10), heard);
    heard.first.get(30, TimeUnit.SECONDS);
    answer.stop();
    heard.await();
    assertThat(heard.tokens).isPositive().isLessThan(900);
    assertThat(ask(BASE, "again", 0).text()).isEqualTo("again");
  }

  @Test
  void aCrashIsToldAndTheNextQuestionStartsAfresh() throws Exception {
    var heard = ask(BASE, "crash", 0);
    assertThat(heard.failure).map(UserFacingException::key).hasValue("error.voice.died");
    assertThat(ask(BASE, "hello", 0).text()).isEqualTo("hello");
    assertThat(starts).containsEntry(BASE, 2);
  }

  @Test
  void aFailureThatIsNoCrashKeepsTheVoice() throws Exception {
    var refused = ask(BASE, "refuse", 0);
    assertThat(refused.failure).map(UserFacingException::key).hasValue("error.test");
    assertThat(refused.failure.orElseThrow().arguments()).containsExactly(7, "seven");
    assertThat(ask(BASE, "break", 0).failure)
        .map(UserFacingException::key)
        .hasValue("error.voice.memory");
    assertThat(ask(BASE, "hello", 0).text()).isEqualTo("hello");
    assertThat(starts).containsEntry(BASE, 1);
  }

  @Test
  void voicesThatSpeakAtOnceShareTheCores() throws Exception {
    assertThat(ask(BASE, "threads?", 0).text()).isEqualTo(Integer.toString(Cores.physical()));
    var other = new Heard();
    var answer = hearing.ask(TUNED, question("word ".repeat(2000)), sampling(10), other);
    other.first.get(30, TimeUnit.SECONDS);
    int half = Math.max(1, Cores.physical() / 2);
    assertThat(ask(BASE, "threads?", 0).text()).isEqualTo(Integer.toString(half));
    answer.stop();
    other.await();
    assertThat(ask(BASE, "threads?", 0).text()).isEqualTo(Integer.toString(Cores.physical()));
  }

  @Test
  void theOneUnusedLongestMakesRoom() throws Exception {
    for (int i = 0; i < 6; i++) {
      ask(new Voice.Local(Path.of("base" + i), Optional.empty()), "hello", 0);
    }
    assertThat(hearing.loaded()).isEqualTo(4);
  }

  @Test
  void idleVoicesAreClosed() throws Exception {
    try (var hasty = hearing(Duration.ofMillis(300))) {
      var heard = new Heard();
      hasty.ask(BASE, question("hello"), sampling(0), heard);
      heard.await();
      while (hasty.loaded() > 0) {
        Thread.sleep(20);
      }
    }
  }

  private Heard ask(Voice voice, String question, int millis) throws Exception {
    var heard = new Heard();
    hearing.ask(voice, question(question), sampling(millis), heard);
    heard.await();
    return heard;
  }

  private static List<Message> question(String text) {
    return List.of(Message.of(Role.USER, text));
  }

  private static Sampling sampling(int millis) {
    return new Sampling(0, millis, 1);
  }

  /** Keeps what was said. */
  private static final class Heard implements Hearing.Listener {
    final StringBuffer pieces = new StringBuffer();
    final List<Integer> counts = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> first = new CompletableFuture<>();
    final CompletableFuture<Boolean> end = new CompletableFuture<>();
    volatile int tokens;
    volatile Optional<UserFacingException> failure = Optional.empty();

    String text() {
      return pieces.toString();
    }

    void await() throws Exception {
      end.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void said(String piece, int tokensSoFar) {
      counts.add(tokensSoFar);
      pieces.append(piece);
      first.complete(piece);
    }

    @Override
    public void finished(int count, double seconds) {
      tokens = count;
      end.complete(true);
    }

    @Override
    public void failed(UserFacingException reason) {
      failure = Optional.of(reason);
      end.complete(false);
    }
  }
}
