package studio.timbre.ui.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ImportPlan;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.TablePreview;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.mapping.MappingViewModel.Answers;

/** What a person says of columns, and what is shown of it, without a screen. */
class MappingViewModelTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private final List<Exception> problems = new ArrayList<>();
  private final List<Answers> answers = new ArrayList<>();
  private final MappingViewModel model =
      new MappingViewModel(new Work(Runnable::run, Runnable::run), problems::add);

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    model.close();
    session.close();
    timbre.close();
    assertThat(problems).isEmpty();
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private void ask(Path... files) throws Exception {
    model.ask(
        ImportPlan.of(List.of(files), session.mappings(), Progress.NONE),
        false,
        answers::add,
        () -> {});
  }

  private Step step() {
    return model.step().get().orElseThrow();
  }

  private TablePreview preview() {
    return model.previewing().preview().orElseThrow();
  }

  private Optional<Obstacle> obstacle() {
    return Obstacle.of(step(), model.previewing());
  }

  @Test
  void everyChangeShowsWhatComesOfIt() throws Exception {
    ask(file("a.csv", "one,two\nWhere is it?,Here it is.\nWhen is it?,Now it is.\n"));
    assertThat(preview().said()).extracting(said -> said.question()).contains("Where is it?");
    model.use(0, Use.ASSISTANT);
    model.use(1, Use.USER);
    assertThat(preview().said()).extracting(said -> said.question()).contains("Here it is.");
    model.system("Be brief.");
    assertThat(preview().said().getFirst().messages().getFirst().text()).isEqualTo("Be brief.");
    model.names(0, 0);
    assertThat(preview().conversations()).as("the row of names is one now").isEqualTo(3);
    assertThat(step().mapping().system()).contains("Be brief.");
  }

  @Test
  void whatStandsInTheWayIsSaidAndNothingIsImported() throws Exception {
    ask(file("a.csv", "question,answer\na b?,c d\n"));
    assertThat(obstacle()).isEmpty();
    model.use(0, Use.LEFT_OUT);
    model.use(1, Use.KEPT);
    assertThat(obstacle()).contains(Obstacle.NOBODY_SPEAKS);
    model.accept();
    assertThat(answers).isEmpty();
    model.shape(TableShape.MESSAGE);
    assertThat(obstacle()).contains(Obstacle.NO_SPEAKER);
    model.use(0, Use.ROLE);
    assertThat(obstacle()).as("a question is no speaker").contains(Obstacle.WHO_IS_WHO);
    assertThat(preview().refused().getFirst().line()).isEqualTo(2);
    model.shape(TableShape.CONVERSATION);
    model.shape(TableShape.PART);
    assertThat(obstacle()).contains(Obstacle.NO_NUMBER);
  }

  @Test
  void rowsBecomeMessagesAndBack() throws Exception {
    ask(
        file(
            "a.csv",
            "nr,first,second\n1,customer,Hi there\n1,agent,Hello to you\n2,customer,Bye\n"));
    model.shape(TableShape.MESSAGE);
    assertThat(step().mapping().columns()).containsExactly(Use.KEPT, Use.ROLE, Use.TEXT);
    model.use(0, Use.CONVERSATION);
    assertThat(preview().conversations()).isEqualTo(2);
    model.use(2, Use.CONVERSATION);
    assertThat(step().mapping().columns())
        .as("one column alone tells which conversation")
        .containsExactly(Use.KEPT, Use.ROLE, Use.CONVERSATION);
    assertThat(step().wanted()).isEqualTo(TableShape.MESSAGE);
    assertThat(obstacle()).contains(Obstacle.NO_TEXT);
    model.shape(TableShape.CONVERSATION);
    assertThat(step().mapping().speaks()).isTrue();
  }

  @Test
  void namesOfPeopleBecomeSidesAndAreRemembered() throws Exception {
    var text = "who,said\nBia,Is it open?\nLéo,It is.\n";
    ask(file("a.csv", text));
    model.shape(TableShape.MESSAGE);
    model.use(0, Use.ROLE);
    model.use(1, Use.TEXT);
    assertThat(obstacle()).contains(Obstacle.WHO_IS_WHO);
    model.speaker("Bia", Optional.of(Role.USER));
    model.speaker("Léo", Optional.of(Role.ASSISTANT));
    assertThat(obstacle()).isEmpty();
    assertThat(preview().said().getFirst().answer()).isEqualTo("It is.");
    session.mappings().remember(step().tables().look(), step().mapping());
    model.cancel();
    ask(file("b.csv", text));
    assertThat(step().mapping().speakers()).containsEntry("Bia", Role.USER);
    model.speaker("Bia", Optional.empty());
    assertThat(preview().refused()).hasSize(1);
  }

  @Test
  void anotherEncodingKeepsWhatWasSaidOfTheColumns() throws Exception {
    var file =
        Files.write(
            folder.resolve("old.csv"),
            "eins;zwei\nGrüße?;Schöne Grüße\n".getBytes(Charset.forName("IBM850")));
    ask(file);
    model.use(1, Use.USER);
    model.use(0, Use.ASSISTANT);
    model.read(step().mapping().reading().withEncoding(Optional.of("IBM850")));
    assertThat(step().mapping().columns()).containsExactly(Use.ASSISTANT, Use.USER);
    assertThat(preview().said().getFirst().question()).isEqualTo("Schöne Grüße");
  }

  @Test
  void oneAnswerHoldsForAllTablesWithTheSameColumns() throws Exception {
    var one = file("a.csv", "question,answer\na b?,c d\n");
    var two = file("b.csv", "question,answer\ne f?,g h\n");
    var other = file("c.csv", "pergunta;resposta;data\nx y?;z w;1\n");
    var plain = file("d.jsonl", "{\"messages\":[{\"role\":\"user\",\"content\":\"m\"}]}\n");
    ask(one, two, other, plain);
    assertThat(step().kinds()).isEqualTo(2);
    assertThat(step().tables().files()).containsExactly(one, two);
    model.use(0, Use.ASSISTANT);
    model.accept();
    assertThat(step().file()).isEqualTo(other);
    model.split().set(Split.HELD_OUT);
    model.accept();
    assertThat(model.step().get()).isEmpty();
    var said = answers.getFirst();
    assertThat(said.split()).isEqualTo(Split.HELD_OUT);
    assertThat(said.byFirstFile()).containsOnlyKeys(one, other);
    assertThat(said.byFirstFile().get(one).use(0)).isEqualTo(Use.ASSISTANT);
  }

  @Test
  void whatWasSaidIsOfferedTheNextTimeAndCanBeForgotten() throws Exception {
    var first = file("a.csv", "Title;;\none;two;three\nWhere is it?;Here it is.;x\n");
    ask(first);
    model.names(1, 1);
    model.use(2, Use.LEFT_OUT);
    var said = step().mapping();
    session.mappings().remember(step().tables().look(), said);
    model.cancel();
    ask(file("b.csv", "Title;;\none;two;three\nWho is it?;Me it is.;y\n"));
    assertThat(step().asLastTime()).isTrue();
    assertThat(step().mapping()).isEqualTo(said);
    assertThat(step().names()).containsExactly("one", "two", "three");
    model.guessAnew();
    assertThat(step().asLastTime()).isFalse();
    assertThat(step().mapping().has(Use.LEFT_OUT)).isFalse();
  }

  @Test
  void tablesThatTimbreWroteNeedNoQuestion() throws Exception {
    var plan =
        ImportPlan.of(
            List.of(
                file(
                    "own.csv",
                    "conversation,role,text,timbre_details\n1,user,a,\n1,assistant,b,\n"),
                Path.of("src/test/resources/tables/messages-snappy.parquet")),
            session.mappings(),
            Progress.NONE);
    assertThat(plan.tables()).isEmpty();
    assertThat(plan.files()).isEqualTo(2);
  }

  @Test
  void aChangeOfMappingReadsNothingAgain() throws Exception {
    var file = file("a.csv", "one,two\nWhere is it?,Here it is.\nWhen is it?,Now it is.\n");
    ask(file);
    Files.delete(file);
    model.use(0, Use.ASSISTANT);
    model.use(1, Use.USER);
    assertThat(preview().said()).extracting(said -> said.question()).contains("Here it is.");
    model.names(0, 0);
    assertThat(preview().conversations()).isEqualTo(3);
    model.shape(TableShape.MESSAGE);
    model.system("Be brief.");
    assertThat(obstacle()).isNotEqualTo(Optional.of(Obstacle.UNREADABLE));
    model.read(step().mapping().reading().withSeparator(Optional.of(';')));
    assertThat(problems).as("another separator has to be looked for in the file").hasSize(1);
    problems.clear();
  }

  @Test
  void ofALongTableTheFirstRowsAreShownAndTheRestIsCountedWhenThatIsAskedFor() throws Exception {
    var text = new StringBuilder("question,answer\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("Where is it ").append(i).append("?,Here it is.\n");
    }
    ask(file("long.csv", text.append("only one\n").toString()));
    assertThat(preview().whole()).isFalse();
    assertThat(preview().conversations()).isBetween(49_000L, 50_000L);
    model.previewing().goThrough();
    assertThat(preview().whole()).isTrue();
    assertThat(preview().conversations()).isEqualTo(60_001);
    model.system("Be brief.");
    assertThat(preview().whole()).as("counted again only when that is asked for").isFalse();
  }
}
