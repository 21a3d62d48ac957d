package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Destinations.Destination;
import studio.timbre.app.Destinations.Outlook;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

class DestinationsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

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

  private void add(int number, Split split) {
    var talks =
        IntStream.range(0, number)
            .mapToObj(i -> TextProblemsTest.talk("Question " + i, "Answer " + i))
            .toList();
    session.bulk().add(talks, split, Place.end(), Progress.NONE);
  }

  private long add(Conversation conversation) {
    return session.add(conversation, Split.TRAINING, Optional.empty());
  }

  private Outlook look() {
    return session.destinations().look(TODAY, Progress.NONE);
  }

  private List<Destination> at(Provider provider) {
    return look().all().stream().filter(one -> one.provider() == provider).toList();
  }

  private static List<String> keys(Destination destination) {
    return destination.findings().stream().map(Finding::key).toList();
  }

  @Test
  void dataMayBeTooLittleForSomeProvidersAndReadyForOthers() {
    add(5, Split.TRAINING);
    assertThat(at(Provider.OPENAI)).isNotEmpty().noneMatch(Destination::isReady);
    assertThat(keys(at(Provider.OPENAI).getFirst())).contains("preflight.tooFew");
    assertThat(at(Provider.NEBIUS)).isNotEmpty().allMatch(Destination::isReady);
    add(60, Split.TRAINING);
    assertThat(at(Provider.OPENAI).getFirst().isReady()).isTrue();
  }

  @Test
  void everyOpenModelOfAProviderStandsThereOnce() {
    add(60, Split.TRAINING);
    var expected =
        timbre.catalogue().stream()
            .filter(entry -> entry.provider().equals("OpenAI") && entry.isOpenForJobs(TODAY))
            .map(CatalogueEntry::model)
            .distinct()
            .toList();
    assertThat(at(Provider.OPENAI).stream().flatMap(one -> one.models().stream()))
        .extracting(CatalogueEntry::model)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).contains("gpt-4.1-mini-2025-04-14");
  }

  @Test
  void whatStopsItIsNamedByItsConversations() {
    add(60, Split.TRAINING);
    long unanswered = add(Conversation.of(Message.of(Role.USER, "And nobody answers?")));
    var stopped = at(Provider.OPENAI).getFirst();
    assertThat(stopped.isReady()).isFalse();
    assertThat(
            stopped.findings().stream()
                .filter(Finding::isBlocking)
                .flatMap(finding -> finding.conversations().stream()))
        .isNotEmpty()
        .containsOnly(unanswered);
  }

  @Test
  void whatIsLongerThanAModelLearnsIsToldForThatModelAlone() {
    add(60, Split.TRAINING);
    // About 70,000 tokens: more than 65,536.
    long huge = add(TextProblemsTest.talk("Tell all.", "one two ".repeat(35_000)));
    var all = at(Provider.OPENAI);
    assertThat(all).allMatch(Destination::isReady);
    for (var destination : all) {
      int limit = destination.models().getFirst().contextLengthTraining().orElse(Integer.MAX_VALUE);
      var cut =
          destination.findings().stream()
              .filter(finding -> finding.key().equals("preflight.overTokens"))
              .toList();
      assertThat(cut).as("of %d tokens", limit).hasSize(limit < 70_000 ? 1 : 0);
      cut.forEach(finding -> assertThat(finding.conversations()).containsExactly(huge));
    }
  }

  @Test
  void pairsGoOnlyWherePairsAreTrainedOn() {
    for (int i = 0; i < 60; i++) {
      var talk = TextProblemsTest.talk("Question " + i, "Good " + i);
      add(Pairs.withRejected(talk, List.of(Message.of(Role.ASSISTANT, "Bad " + i))));
    }
    var outlook = look();
    assertThat(outlook.pairs()).isTrue();
    assertThat(outlook.all()).anyMatch(Destination::isReady).anyMatch(one -> !one.takesMethod());
    for (var destination : outlook.all()) {
      for (var model : destination.models()) {
        if (destination.takesMethod()) {
          assertThat(
                  timbre.catalogue().stream()
                      .filter(line -> line.model().equals(model.model()))
                      .flatMap(line -> line.methods().stream()))
              .contains("dpo");
        }
      }
    }
  }

  @Test
  void whatIsTheSameOfSeveralModelsIsSaidOnce() {
    add(60, Split.TRAINING);
    var picture = ContentPart.Picture.at("https://a.example/b.png");
    add(
        Conversation.of(
            MessageParts.withAdded(Message.of(Role.USER, "Look."), picture),
            Message.of(Role.ASSISTANT, "A cup.")));
    for (var provider : List.of(Provider.OPENAI, Provider.TOGETHER, Provider.FIREWORKS)) {
      assertThat(at(provider)).as(provider.name()).hasSizeBetween(1, 2);
    }
    var together = at(Provider.TOGETHER).getFirst();
    assertThat(keys(together)).containsOnlyOnce("where.pictures");
    assertThat(together.models())
        .extracting(CatalogueEntry::model)
        .contains("size class up to 16B, LoRA SFT")
        .noneMatch(model -> model.contains("DPO"));
  }

  @Test
  void anEmptyProjectGoesNowhereAndALookCanBeCancelled() {
    assertThat(look().all()).isEmpty();
    add(3, Split.TRAINING);
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> session.destinations().look(TODAY, cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
