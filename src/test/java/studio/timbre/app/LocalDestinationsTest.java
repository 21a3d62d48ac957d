package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.TinyModel;
import studio.timbre.app.LocalDestinations.Here;
import studio.timbre.app.LocalDestinations.Outlook;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

class LocalDestinationsTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private Path model(String name) throws Exception {
    var model = folder.resolve(name);
    TinyModel.in(model);
    timbre.models().add(model);
    return model;
  }

  private long add(Conversation conversation) {
    return session.add(conversation, Split.TRAINING, Optional.empty());
  }

  private Outlook look() {
    return session.localDestinations().look(Long.MAX_VALUE, Progress.NONE).orElseThrow();
  }

  private Here only() {
    assertThat(look().here()).hasSize(1);
    return look().here().getFirst();
  }

  private static List<String> keys(Here here) {
    return here.findings().stream().map(Finding::key).toList();
  }

  @Test
  void whereThereIsNoModelTheFirstIsOffered() {
    assertThat(look().conversations()).isZero();
    assertThat(look().offered()).isEmpty();
    add(TextProblemsTest.talk("the thing", "in an era"));
    assertThat(look().here()).isEmpty();
    assertThat(look().offered().orElseThrow().title()).contains("SmolLM2");
    assertThat(look().offered().orElseThrow().bytes()).isGreaterThan(1_000_000);
  }

  @Test
  void tokensAreCountedAsTheModelReadsThem() throws Exception {
    var path = model("Tiny");
    var talks =
        List.of(
            TextProblemsTest.talk("the thing", "in an era"),
            TextProblemsTest.talk("Where is my order?", "On its way to you."));
    talks.forEach(this::add);
    var counter = ModelCounters.open(path);
    var here = only();
    assertThat(here.isReady()).isTrue();
    assertThat(here.findings()).isEmpty();
    var figures = here.figures().orElseThrow();
    assertThat(figures.tokens())
        .isEqualTo(talks.stream().mapToLong(talk -> counter.count(talk).total()).sum());
    assertThat(figures.keptTokens()).isEqualTo(figures.tokens());
    assertThat(figures.longest())
        .isEqualTo(talks.stream().mapToInt(talk -> counter.count(talk).total()).max().orElse(0));
    assertThat(figures.learned()).isEqualTo(2);
  }

  @Test
  void whatIsAmissOfManyIsOneFindingWithItsConversations() throws Exception {
    var path = model("Tiny");
    add(TextProblemsTest.talk("the thing", "in an era"));
    // Its answer goes on beyond the 256 tokens that the model reads.
    var cut = TextProblemsTest.talk("Tell.", "x y z ".repeat(100));
    long cutId = add(cut);
    long otherCut = add(TextProblemsTest.talk("Tell it all.", "a b c ".repeat(100)));
    long gone = add(TextProblemsTest.talk("x y z ".repeat(100), "in an era"));
    long silent = add(Conversation.of(Message.of(Role.USER, "Nobody there?")));
    long seen =
        add(
            Conversation.of(
                MessageParts.withAdded(
                    Message.of(Role.USER, "This?"),
                    ContentPart.Picture.at("https://gull.example/a.png")),
                Message.of(Role.ASSISTANT, "A gull")));
    var here = only();
    assertThat(keys(here))
        .containsExactly(
            "where.local.template",
            "where.local.cutAnswer",
            "where.local.cut",
            "where.local.unlearned",
            "where.local.pictures");
    assertThat(here.findings())
        .extracting(Finding::conversations)
        .containsExactly(
            List.of(seen), List.of(gone), List.of(cutId, otherCut), List.of(silent), List.of(seen));
    int limit = here.figures().orElseThrow().limit();
    var counter = ModelCounters.open(path);
    long off =
        session.rows(cutId, otherCut).stream()
            .mapToLong(row -> counter.count(row.conversation()).total() - limit)
            .sum();
    assertThat(here.findings().get(2).arguments()).contains(off);
    assertThat(here.figures().orElseThrow().learned()).isEqualTo(3);
  }

  @Test
  void anEditCostsOneConversationAndNothingElse() throws Exception {
    model("Tiny");
    long first = add(TextProblemsTest.talk("Question", "Answer"));
    session
        .bulk()
        .add(
            IntStream.range(0, 50)
                .mapToObj(i -> TextProblemsTest.talk("Question " + i, "Answer " + i))
                .toList(),
            Split.TRAINING,
            Place.end(),
            Progress.NONE);
    assertThat(session.localDestinations().look(50, Progress.NONE))
        .as("51 were never read, and 50 may be")
        .isEmpty();
    long before = only().figures().orElseThrow().tokens();
    assertThat(session.localDestinations().look(0, Progress.NONE)).isPresent();
    session.replace(java.util.Map.of(first, TextProblemsTest.talk("Question", "Another answer")));
    assertThat(session.localDestinations().look(0, Progress.NONE)).isEmpty();
    var after = session.localDestinations().look(1, Progress.NONE).orElseThrow();
    assertThat(after.here().getFirst().figures().orElseThrow().tokens()).isGreaterThan(before);
    session.undo();
    var undone = session.localDestinations().look(1, Progress.NONE).orElseThrow();
    assertThat(undone.here().getFirst().figures().orElseThrow().tokens()).isEqualTo(before);
    session.delete(first);
    var deleted = session.localDestinations().look(0, Progress.NONE).orElseThrow();
    assertThat(deleted.conversations()).isEqualTo(50);
    assertThat(deleted.here().getFirst().figures().orElseThrow().tokens()).isLessThan(before);
  }

  @Test
  void whatIsNotTrainedOnIsNotLookedAt() throws Exception {
    model("Tiny");
    long only = add(TextProblemsTest.talk("Question", "Answer"));
    long other = add(TextProblemsTest.talk("Another question", "Answer"));
    session.setStatus(Status.REJECTED, other);
    assertThat(look().conversations()).isEqualTo(1);
    session.setStatus(Status.REJECTED, only);
    assertThat(look().conversations()).isZero();
    session.setStatus(Status.APPROVED, only, other);
    assertThat(look().conversations()).isEqualTo(2);
    session.setSplit(Split.HELD_OUT, other);
    assertThat(look().conversations()).isEqualTo(1);
    session.undo();
    assertThat(look().conversations()).isEqualTo(2);
    add(TextProblemsTest.talk("A third question", "Answer"));
    assertThat(look().conversations()).isEqualTo(3);
    session.training().set(TrainingFilter.of(Status.APPROVED));
    assertThat(look().conversations()).isEqualTo(2);
    session.delete(other);
    assertThat(look().conversations()).isEqualTo(1);
  }

  @Test
  void nothingToLearnStopsIt() throws Exception {
    model("Tiny");
    add(Conversation.of(Message.of(Role.USER, "Nobody there?")));
    assertThat(only().isReady()).isFalse();
    assertThat(keys(only())).startsWith("error.train.nothingToLearn");
  }

  @Test
  void aRoleThatTheTemplateRefusesStopsIt() throws Exception {
    var model = model("Strict");
    Files.writeString(
        model.resolve("tokenizer_config.json"),
        """
        {"bos_token": "<|im_start|>", "eos_token": "<|im_end|>", "chat_template":
        "{% for message in messages %}{% if message['role'] == 'system' %}{{ raise_exception('No system role') }}{% endif %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}{% endfor %}"}""");
    add(Conversation.of(Message.of(Role.USER, "Question"), Message.of(Role.ASSISTANT, "Answer")));
    assertThat(only().findings()).isEmpty();
    long refused =
        add(
            Conversation.of(
                Message.of(Role.SYSTEM, "Warm."),
                Message.of(Role.USER, "Question"),
                Message.of(Role.ASSISTANT, "Answer")));
    assertThat(only().isReady()).isFalse();
    assertThat(only().findings().getFirst().key()).isEqualTo("where.local.template");
    assertThat(only().findings().getFirst().conversations()).containsExactly(refused);
  }

  @Test
  void modelsThatMakeTheSameOfItStandTogetherAndBrokenOnesSayWhy() throws Exception {
    model("Tiny");
    model("Tiny-2");
    var broken = model("Broken");
    Files.writeString(broken.resolve("tokenizer.json"), "{");
    add(TextProblemsTest.talk("Question", "Answer"));
    var here = look().here();
    assertThat(here).hasSize(2);
    assertThat(here.getFirst().models()).hasSize(2);
    assertThat(here.getFirst().isReady()).isTrue();
    assertThat(here.getLast().isReady()).isFalse();
    assertThat(here.getLast().figures()).isEmpty();
  }

  @Test
  void aLookCanBeCancelled() throws Exception {
    model("Tiny");
    add(TextProblemsTest.talk("Question", "Answer"));
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> session.localDestinations().look(10, cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(look().here()).hasSize(1);
  }
}
