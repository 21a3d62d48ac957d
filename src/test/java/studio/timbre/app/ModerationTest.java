package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.app.Moderation.Standing;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.openai.ModerationApi;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.jobs.remote.QuickPace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Problem;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.Edits;
import studio.timbre.store.Journal;
import studio.timbre.store.ProjectFile;

/** Over a provider on this computer, with its faults. */
class ModerationTest {
  private static final ApiKey KEY = new ApiKey("sk-canary-e3b0c44298fc1c149afbf4c8996fb924");

  @TempDir Path folder;
  private ProviderServer server;
  private ProjectFile file;
  private Edits edits;
  private Journal journal;
  private Moderation moderation;
  private Connection connection;
  private final QuickPace pace = new QuickPace();
  private final AtomicInteger changes = new AtomicInteger();
  private TrainingFilter filter = TrainingFilter.DEFAULT;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(KEY.reveal(), Flavour.OPENAI);
    connection = new Connection("c", "Ours", Provider.OPENAI, server.address());
    openProject(ProjectFile.create(folder.resolve("voice.timbre")));
  }

  private void openProject(ProjectFile opened) {
    file = opened;
    edits = file.edits("me");
    journal = file.journal();
    moderation =
        new Moderation(
            file.moderation(),
            () -> filter,
            (to, key, clock) -> ModerationApi.open(to, key, clock, Duration.ofSeconds(5)),
            pace,
            changes::incrementAndGet);
  }

  @AfterEach
  void close() {
    file.close();
    server.close();
    assertThat(server.violations).isEmpty();
  }

  private static Conversation talk(String answer) {
    return Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, answer));
  }

  private long add(String answer) {
    return edits.add(talk(answer), Split.TRAINING, Optional.empty());
  }

  /** Each too long for two to share a request. */
  private void addLongOnes(int count) {
    for (int i = 0; i < count; i++) {
      add(("%d gulls ".formatted(i)).repeat(1_100));
    }
  }

  private Standing look() throws UserFacingException {
    return look(() -> false);
  }

  private Standing look(BooleanSupplier cancelled) throws UserFacingException {
    return moderation.look(
        connection,
        KEY,
        new ContentProgress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return cancelled.getAsBoolean();
          }
        });
  }

  private Standing standing() {
    return moderation.standing(connection);
  }

  private List<String> sent() {
    return server.state.moderation.texts();
  }

  private static final BiPredicate<String, Long> NOTHING_PASSED = (kind, id) -> false;

  private Map<String, List<Long>> flagged() {
    return file.moderation().flagged(filter.query());
  }

  @Test
  void flaggedConversationsAreProblemsGravestFirst() throws Exception {
    long first = add("[harassment] and [violence/graphic]");
    add("Good day");
    long third = add("[harassment]");
    assertThat(look()).isEqualTo(new Standing(3, 3, 2, 0));
    var error = new Problem("broken_tool_call", Problem.Severity.ERROR, List.of(2L));
    var warning = new Problem("duplicate", Problem.Severity.WARNING, List.of(2L));
    assertThat(moderation.among(List.of(error, warning), NOTHING_PASSED))
        .containsExactly(
            error,
            new Problem("flagged_violence_graphic", Problem.Severity.WARNING, List.of(first)),
            new Problem("flagged_harassment", Problem.Severity.WARNING, List.of(first, third)),
            warning);
    assertThat(changes).hasValue(1);
  }

  @Test
  void whatIsLetPassIsNotTold() {
    assertThat(
            FlaggedContent.among(
                List.of(),
                Map.of("hate", List.of(2L, 3L), "violence", List.of(3L)),
                (kind, id) -> id == 3))
        .containsExactly(new Problem("flagged_hate", Problem.Severity.WARNING, List.of(2L)));
  }

  @Test
  void aCategoryThatTimbreDoesNotKnowIsToldByItsName() {
    assertThat(
            FlaggedContent.among(
                List.of(),
                Map.of("propaganda", List.of(4L), "flagged", List.of(3L), "hate", List.of(2L)),
                NOTHING_PASSED))
        .containsExactly(
            new Problem("flagged_hate", Problem.Severity.WARNING, List.of(2L)),
            new Problem("flagged_unnamed", Problem.Severity.WARNING, List.of(3L)),
            new Problem("flagged_other", Problem.Severity.WARNING, List.of(4L), "propaganda"));
  }

  @Test
  void everyCategoryOfThePublishedInterfaceHasItsWords() throws Exception {
    try (var stream = getClass().getResourceAsStream("/openai-fine-tuning.openapi.json")) {
      var published = new ArrayList<String>();
      new ObjectMapper()
          .readTree(stream)
          .at("/components/schemas/CreateModerationResponse/properties/results/items")
          .at("/properties/categories/required")
          .forEach(name -> published.add(name.asText()));
      assertThat(FlaggedContent.CATEGORIES)
          .hasSize(13)
          .containsExactlyInAnyOrderElementsOf(published);
    }
    var words = ResourceBundle.getBundle("studio.timbre.messages", Locale.ROOT);
    var flagged = new HashMap<String, List<Long>>();
    FlaggedContent.CATEGORIES.forEach(name -> flagged.put(name, List.of(1L)));
    assertThat(FlaggedContent.among(List.of(), flagged, NOTHING_PASSED))
        .hasSize(13)
        .allSatisfy(
            problem -> {
              assertThat(words.containsKey("problem." + problem.kind() + ".title")).isTrue();
              assertThat(words.containsKey("problem." + problem.kind() + ".text")).isTrue();
            });
  }

  @Test
  void whatWasLookedAtIsNotSentAgainNotEvenAfterARestart() throws Exception {
    add("Good day");
    add("[hate]");
    look();
    file.close();
    openProject(ProjectFile.open(folder.resolve("voice.timbre")));
    assertThat(standing()).isEqualTo(new Standing(2, 2, 1, 0));
    add("Something new");
    assertThat(look()).isEqualTo(new Standing(3, 3, 1, 0));
    assertThat(sent())
        .containsExactly("Hello\n\nGood day", "Hello\n\n[hate]", "Hello\n\nSomething new");
    assertThat(server.state.moderation.requests).hasSize(2);
  }

  @Test
  void anEditedConversationCountsNoMoreAndUndoBringsItsVerdictBack() throws Exception {
    long id = add("[hate]");
    look();
    edits.replace(Map.of(id, talk("Good day")));
    assertThat(standing()).isEqualTo(new Standing(1, 0, 0, 0));
    assertThat(flagged()).isEmpty();
    journal.undo();
    assertThat(standing()).isEqualTo(new Standing(1, 1, 1, 0));
    assertThat(flagged()).containsOnly(Map.entry("hate", List.of(id)));
    journal.redo();
    assertThat(standing().left()).isEqualTo(1);
    edits.delete(id);
    assertThat(standing().conversations()).isZero();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void lookingIsNoEdit() throws Exception {
    add("[hate]");
    long before = journal.position();
    look();
    assertThat(journal.position()).isEqualTo(before);
  }

  @Test
  void rejectedOnesAreNeverSentAndNeverTold() throws Exception {
    long kept = add("[hate] kept");
    long rejected = add("[hate] rejected");
    edits.setStatus(Status.REJECTED, rejected);
    assertThat(look()).isEqualTo(new Standing(1, 1, 1, 0));
    assertThat(sent()).containsExactly("Hello\n\n[hate] kept");
    edits.setStatus(Status.REJECTED, kept);
    assertThat(flagged()).isEmpty();
  }

  @Test
  void onlyWhatIsTrainedOnIsLookedAt() throws Exception {
    edits.setStatus(Status.APPROVED, add("A gull"));
    add("A harbour");
    filter = TrainingFilter.of(Status.APPROVED);
    assertThat(look()).isEqualTo(new Standing(1, 1, 0, 0));
    assertThat(sent()).containsExactly("Hello\n\nA gull");
  }

  @Test
  void theSameSaidTwiceIsSentOnce() throws Exception {
    long first = add("[hate]");
    long second = add("[hate]");
    assertThat(look()).isEqualTo(new Standing(2, 2, 2, 0));
    assertThat(sent()).hasSize(1);
    assertThat(flagged()).containsOnly(Map.entry("hate", List.of(first, second)));
  }

  @Test
  void anotherProviderLooksForItself() throws Exception {
    add("[hate]");
    look();
    var other = new Connection("o", "Other", Provider.COMPATIBLE, server.address().resolve("/v1/"));
    assertThat(moderation.standing(other).looked()).isZero();
    server.state.moderation.oddity =
        answer -> answer.withArray("results").removeAll().addObject().put("flagged", false);
    moderation.look(other, KEY, ContentProgress.NONE);
    assertThat(flagged()).isEmpty();
    assertThat(standing().looked()).as("only the last verdict is kept").isZero();
  }

  @Test
  void aLongConversationIsLookedAtToItsEnd() throws Exception {
    long id = add("gaivotaª ".repeat(12_000) + "[self-harm/intent]");
    assertThat(look()).isEqualTo(new Standing(1, 1, 1, 0));
    assertThat(String.join("", sent()))
        .isEqualTo("Hello\n\n" + "gaivotaª ".repeat(12_000) + "[self-harm/intent]");
    assertThat(server.state.moderation.requests)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            texts -> {
              assertThat(texts).hasSizeLessThanOrEqualTo(Screening.MOST_TEXTS);
              assertThat(texts.stream().mapToInt(Screening::bytes).sum())
                  .isLessThanOrEqualTo(Screening.MOST_BYTES);
            });
    assertThat(flagged()).containsOnly(Map.entry("self-harm/intent", List.of(id)));
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY_429", "ERROR_500", "HTML", "HTML_AS_SUCCESS", "CUT", "DIES_AFTER"})
  void aFaultIsWaitedOut(Fault fault) throws Exception {
    add("[hate]");
    server.faults = call -> call.number() <= 3 ? fault : Fault.NONE;
    assertThat(look()).isEqualTo(new Standing(1, 1, 1, 0));
    assertThat(pace.rests)
        .isEqualTo(
            fault == Fault.BUSY_429
                ? List.of(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2))
                : List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)));
  }

  @Test
  void restsAreTold() throws Exception {
    add("Good day");
    server.faults = call -> call.number() == 1 ? Fault.BUSY_429 : Fault.NONE;
    var rests = new ArrayList<Duration>();
    moderation.look(
        connection,
        KEY,
        new ContentProgress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public void rests(Duration time) {
            rests.add(time);
          }
        });
    assertThat(rests).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void aFaultThatStaysEndsItAndTheNextLookGoesOn() throws Exception {
    addLongOnes(4);
    server.faults = call -> call.number() > 2 ? Fault.OVERLOADED_503 : Fault.NONE;
    var problem = catchThrowableOfType(UserFacingException.class, this::look);
    assertThat(problem.key()).isEqualTo("error.moderation.broken");
    assertThat(problem.arguments()).containsExactly("Ours");
    assertThat(standing()).isEqualTo(new Standing(4, 2, 0, 0));
    assertThat(changes).hasValue(1);
    server.faults = _ -> Fault.NONE;
    assertThat(look().left()).isZero();
    assertThat(server.state.moderation.requests).as("carried out once each").hasSize(4);
  }

  @Test
  void aWrongCountIsNotGuessedAndNothingIsKept() {
    add("[hate]");
    server.state.moderation.oddity = answer -> answer.withArray("results").addObject();
    var problem = catchThrowableOfType(UserFacingException.class, this::look);
    assertThat(problem.key()).isEqualTo("error.moderation.refused");
    assertThat(standing().looked()).isZero();
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void aWrongKeyIsSaidAtOnce() {
    add("Good day");
    var problem =
        catchThrowableOfType(
            UserFacingException.class,
            () -> moderation.look(connection, new ApiKey("sk-canary-wrong"), ContentProgress.NONE));
    assertThat(problem.key()).isEqualTo("error.moderation.key");
    assertThat(problem.getMessage() + problem.getCause()).doesNotContain("canary");
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void aStoppedLookKeepsWhatItHasAndTheNextGoesOn() throws Exception {
    addLongOnes(3);
    assertThatThrownBy(() -> look(() -> sent().size() >= 6))
        .isInstanceOf(CancellationException.class);
    long looked = standing().looked();
    assertThat(looked).isBetween(1L, 2L);
    assertThat(changes).hasValue(1);
    int before = server.state.moderation.requests.size();
    assertThat(look().left()).isZero();
    assertThat(server.state.moderation.requests.size() - before).isEqualTo((int) (3 - looked));
  }

  @Test
  void aStopDoesNotWaitForASilentProvider() {
    add("Good day");
    server.faults = _ -> Fault.TOO_SLOW;
    long begin = System.nanoTime();
    assertThatThrownBy(() -> look(() -> !server.calls.isEmpty()))
        .isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_500));
  }

  @Test
  void picturesStayHereAndAreSaid() throws Exception {
    var picture =
        studio.timbre.json.ConversationJson.parse(
            """
            {"messages":[{"role":"user","content":[{"type":"text","text":"This?"},
            {"type":"image_url","image_url":{"url":"https://gull.example/a.png"}}]}]}""");
    edits.add(picture, Split.TRAINING, Optional.empty());
    edits.add(Conversation.of(Message.of(Role.USER, " ")), Split.TRAINING, Optional.empty());
    assertThat(look()).isEqualTo(new Standing(2, 2, 0, 1));
    assertThat(sent()).containsExactly("This?");
  }
}
