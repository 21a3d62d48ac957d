package studio.timbre.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;

class DietViewModelTest {
  private static final Offset<Double> ROUNDING = within(1e-9);

  @TempDir Path folder;
  private PricedProject priced;
  private CostViewModel costs;
  private DietViewModel model;

  @BeforeEach
  void open() throws Exception {
    priced = new PricedProject(folder);
    priced.addHellos(10);
    priced.session.chooseEpochs(OptionalInt.of(10));
    onScreen(
        () -> {
          var desk = priced.desk(Texts.of(Locale.ENGLISH));
          costs = new CostViewModel(desk, priced.project);
          model = new DietViewModel(desk, priced.project, costs);
          costs.setSeen(true);
          costs.form().calls().text().set("10000");
        });
    PricedProject.settle(() -> model.figures().get() instanceof DietFigures.Saved);
  }

  @AfterEach
  void close() throws Exception {
    onScreen(
        () -> {
          model.close();
          costs.close();
        });
    priced.close();
  }

  /**
   * A call asks 108 tokens with the long prompt of 100 and 8 without any. 10,000 calls: 1,080,000 and 80,000 tokens, at 0.30 a million
   * 0.30 less. Without it a conversation has 13 tokens; ten of them ten times 1,300, at 3.00: $0.0039, paid back after 130 calls.
   */
  @Test
  void noPromptAtAll() throws Exception {
    type(() -> costs.form().calls().text().set("10000"));
    assertThat(model.tokensToday()).isEqualTo(100);
    assertThat(model.tokensAfter()).isZero();
    var diet = diet("cheap");
    assertThat(diet.tokensBefore()).isEqualTo(1_080_000);
    assertThat(diet.tokensAfter()).isEqualTo(80_000);
    assertThat(diet.savedUsd().orElseThrow().low()).isCloseTo(0.30, ROUNDING);
    assertThat(diet.after().training().usd().orElseThrow().high()).isCloseTo(0.0039, ROUNDING);
    assertThat(diet.breakEvenCalls()).hasValue(130);
  }

  /** "hello" is 3 + 1 + 1 = 5 tokens: a call asks 13, 10,000 of them 130,000. */
  @Test
  void aShortPromptIsCountedAsItIsTyped() throws Exception {
    type(() -> model.after().set("hello"));
    assertThat(model.tokensAfter()).isEqualTo(5);
    settleSaved();
    assertThat(diet("cheap").tokensAfter()).isEqualTo(130_000);
  }

  /** Calls carry twice the prompt of the data, 3 + 1 + 192 tokens: with the question and the format 204. */
  @Test
  void todaysPromptMayBeAnotherThanThatOfTheData() throws Exception {
    type(() -> model.today().set("hello" + " hello".repeat(191)));
    settleSaved();
    assertThat(diet("cheap").tokensBefore()).isEqualTo(2_040_000);
    assertThat(diet("cheap").tokensAfter()).isEqualTo(80_000);
  }

  @Test
  void theShortestPromptInUseIsSuggested() throws Exception {
    assertThat(model.suggestions()).isEmpty();
    priced.session.add(
        Conversation.of(
            Message.of(Role.SYSTEM, "Brief."),
            Message.of(Role.USER, "Hi"),
            Message.of(Role.ASSISTANT, "Yes")),
        Split.TRAINING,
        Optional.empty());
    PricedProject.settle(() -> !model.suggestions().isEmpty());
    assertThat(model.suggestions().getFirst().text()).isEqualTo("Brief.");
    assertThat(model.suggestions().getFirst().conversations()).isEqualTo(1);
  }

  @Test
  void theSamePromptSavesNothing() throws Exception {
    type(() -> model.after().set(model.today().get()));
    assertThat(model.figures().get()).isInstanceOf(DietFigures.Same.class);
  }

  @Test
  void theShortPromptComesIntoTheConversationsAsOneStepOfUndo() throws Exception {
    priced.session.add(
        Conversation.of(Message.of(Role.USER, "Hi"), Message.of(Role.ASSISTANT, "Yes")),
        Split.HELD_OUT,
        Optional.empty());
    String before = prompts();
    type(() -> model.after().set("hello"));
    settleSaved();
    type(model::lookAtChange);
    PricedProject.settle(() -> model.preview().get().isPresent());
    var preview = model.preview().get().orElseThrow();
    assertThat(preview.all()).isEqualTo(11);
    assertThat(preview.changed()).isEqualTo(11);
    assertThat(preview.examples()).hasSize(2);
    assertThat(prompts()).as("a look changes nothing").isEqualTo(before);

    type(model::change);
    PricedProject.settle(() -> !priced.notices.said.isEmpty());
    assertThat(priced.notices.said)
        .containsExactly("11 conversations begin with the short prompt now");
    assertThat(prompts()).isEqualTo("hello".repeat(11));
    priced.session.undo();
    assertThat(prompts()).isEqualTo(before);
  }

  /** The first message of each conversation, one after the other. */
  private String prompts() {
    var all = new StringBuilder();
    for (var row : priced.session.rows(priced.session.ids(ConversationQuery.ALL))) {
      all.append(row.conversation().messages().getFirst().text());
    }
    return all.toString();
  }

  private void settleSaved() throws Exception {
    PricedProject.settle(() -> model.figures().get() instanceof DietFigures.Saved);
  }

  private PromptDiet diet(String name) {
    return ((DietFigures.Saved) model.figures().get())
        .offers().stream()
            .filter(offer -> offer.price().model().equals(name))
            .findFirst()
            .flatMap(offer -> offer.diet())
            .orElseThrow();
  }

  private void type(Runnable act) throws Exception {
    onScreen(act);
  }

  private static void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }
}
