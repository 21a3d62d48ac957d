package studio.timbre.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.Conversation;
import studio.timbre.model.Placing;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableReading;

/** Tables as people keep them: titles on top, two rows of names, merged cells, totals below, an older encoding. */
class UglyTablesTest {
  private static final Path TABLES = Path.of("src/test/resources/tables");

  @TempDir Path folder;
  private final List<String> found = new ArrayList<>();
  private final List<Conversation> conversations = new ArrayList<>();
  private final List<Placing> placings = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private void read(Path file, Optional<TableMapping> mapping) throws Exception {
    try (var reader = ConversationReader.open(file, mapping)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            conversations.add(good.conversation());
            placings.add(good.placing());
            found.add(
                String.join(
                    "|",
                    good.conversation().messages().stream()
                        .map(message -> message.role().name().charAt(0) + ":" + message.text())
                        .toList()));
            good.leftOut().forEach(part -> told.add(part.line() + " " + part.english()));
          }
          case ConversationReader.Line.Refused(_, var refusal) ->
              told.add(refusal.line() + " " + refusal.english());
          case ConversationReader.Line.Beside(_, var part) ->
              told.add(part.line() + " " + part.english());
        }
      }
    }
  }

  @Test
  void aGradeIsARatingAndANoteANoteThoughBothAreCalledNota() throws Exception {
    read(written("Pergunta;Resposta;Nota\nOi?;Olá.;5\nTudo?;Sim.;3\n", "UTF-8"), Optional.empty());
    assertThat(placings).extracting(Placing::rating).containsExactly(5, 3);
    placings.clear();
    read(
        written("Pergunta;Resposta;Nota\nOi?;Olá.;rever\nTudo?;Sim.;\n", "UTF-8"),
        Optional.empty());
    assertThat(placings).extracting(Placing::note).containsExactly("rever", "");
  }

  @Test
  void namesOfPeopleAreWhoSpeaksAndNeverWhatIsSaid() throws Exception {
    var file =
        written(
            """
            chat_id,sender,message
            1,Maria Souza,Onde está meu pedido?
            1,Agente 7,Saiu na segunda.
            2,Rui Costa,Abrem domingo?
            2,Agente 7,"Não, só no sábado."
            """,
            "UTF-8");
    read(file, Optional.empty());
    assertThat(found).as("nobody's side is guessed").isEmpty();
    assertThat(told).anyMatch(line -> line.contains("\"Maria Souza\" is no speaker"));
  }

  private Path written(String text, String encoding) throws Exception {
    return Files.write(folder.resolve("made.csv"), text.getBytes(Charset.forName(encoding)));
  }

  @Test
  void aPortugueseExportInAnOlderEncodingWithTitleAndTotals() throws Exception {
    read(
        written(
            "Relatório de atendimentos;;;\r\n;;;\r\nData;Pergunta do cliente;Resposta;Observação\r\n"
                + "02/11/2026;Vocês têm opção vegana?;Temos, o pão de queijo é sem leite.;revisar\r\n"
                + "03/11/2026;Aceitam cartão?;Sim, todos.;\r\n"
                + "Total de registros: 2;;;\r\nTotal;2;;\r\n",
            "windows-1252"),
        Optional.empty());
    assertThat(found)
        .startsWith(
            "u:Vocês têm opção vegana?|a:Temos, o pão de queijo é sem leite.",
            "u:Aceitam cartão?|a:Sim, todos.");
    assertThat(placings.getFirst().note()).isEqualTo("revisar");
    assertThat(conversations.getFirst().extras()).containsEntry("Data", "\"02/11/2026\"");
    assertThat(told)
        .contains("1 above the table: Relatório de atendimentos", "7 a row of totals: Total | 2")
        .anyMatch(note -> note.contains("windows-1252"));
    assertThat(told).contains("6 the cells for what is said are empty");
    assertThat(found).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commented.xlsx", "commented.ods"})
  void whatIsPinnedToACellIsTold(String name) throws Exception {
    read(TABLES.resolve(name), Optional.empty());
    assertThat(found).containsExactly("u:Where is it?|a:Here.", "u:When is it?|a:Now.");
    assertThat(told).anyMatch(note -> note.endsWith("the comment on B2: Too short, say the shelf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"service-desk.xlsx", "service-desk.ods"})
  void aWorkbookWithACoverAndTwoRowsOfNames(String name) throws Exception {
    var look = TableFile.look(TABLES.resolve(name), TableFile.Kind.WORKBOOK);
    assertThat(look.form().sheets()).containsExactly("Leia-me", "Novembro");
    assertThat(look.guess().reading())
        .isEqualTo(TableReading.TOLD.withSheet(Optional.of("Novembro")).withHead(1, 2));
    assertThat(TableFile.names(look.rows(), look.guess()))
        .containsExactly(
            "Protocolo",
            "Cliente Nome",
            "Cliente Mensagem",
            "Atendente Nome",
            "Atendente Mensagem");
    assertThat(look.guess().columns())
        .containsExactly(Use.KEPT, Use.KEPT, Use.USER, Use.KEPT, Use.ASSISTANT);

    read(TABLES.resolve(name), Optional.empty());
    assertThat(found)
        .containsExactly(
            "u:Vocês abrem no feriado?|a:Abrimos sim, das 9h às 14h.",
            "u:O café coado tem refil?|a:Tem, o primeiro é por nossa conta.",
            "u:Tem leite de aveia?");
    assertThat(conversations.getFirst().extras())
        .containsEntry("Cliente Nome", "\"Bia\"")
        .containsEntry("Protocolo", "\"A-1\"");
    assertThat(told)
        .contains("0 the sheet \"Leia-me\"", "1 above the table: Atendimentos – novembro de 2026")
        .anyMatch(note -> note.startsWith("8 a row of totals: Total | "));
  }

  @Test
  void aMergedIdHoldsForTheRowsBelowIt() throws Exception {
    read(
        written(
            "ticket,quem,mensagem\nT1,cliente,Oi\n,atendente,Olá\n\nT2,cliente,Fecham às 6?\n,atendente,Às 7.\n",
            "UTF-8"),
        Optional.empty());
    assertThat(found).containsExactly("u:Oi|a:Olá", "u:Fecham às 6?|a:Às 7.");
  }

  @Test
  void whatAPersonSaysOfTheFileCountsMoreThanItsLook() throws Exception {
    var file = written("Frage;Antwort\nWas kostet der Käse, bitte?;Vier Euro, gern.\n", "IBM850");
    var reading =
        TableReading.TOLD.withEncoding(Optional.of("IBM850")).withSeparator(Optional.of(';'));
    var look = TableFile.look(file, TableFile.Kind.SEPARATED, reading);
    assertThat(look.form().encoding()).contains("IBM850");
    assertThat(look.form().separator()).contains(';');
    assertThat(look.rows().get(1))
        .containsExactly("Was kostet der Käse, bitte?", "Vier Euro, gern.");
    read(file, Optional.of(look.guess()));
    assertThat(found).containsExactly("u:Was kostet der Käse, bitte?|a:Vier Euro, gern.");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstNameHoweverTheEncodingIsSaid() throws Exception {
    var file = written("\ufeffquestion,answer\na?,b\n", "UTF-8");
    var look =
        TableFile.look(
            file, TableFile.Kind.SEPARATED, TableReading.TOLD.withEncoding(Optional.of("UTF-8")));
    assertThat(look.rows().getFirst()).containsExactly("question", "answer");
  }

  @Test
  void nothingOfATableWithoutNamesIsTakenForATitle() throws Exception {
    read(
        written("Hello there?,\nIs it late today?,By ten minutes.\nA pier?,Behind it.\n", "UTF-8"),
        Optional.empty());
    assertThat(found)
        .containsExactly(
            "u:Hello there?", "u:Is it late today?|a:By ten minutes.", "u:A pier?|a:Behind it.");
  }

  @Test
  void namesOfPeopleAreNotWhatTheySay() throws Exception {
    read(
        written(
            "customer_name,customer_email,customer_message,agent_name,agent_reply\n"
                + "Ana,a@b.example,Is it open?,Leo,It is.\n",
            "UTF-8"),
        Optional.empty());
    assertThat(found).containsExactly("u:Is it open?|a:It is.");
  }

  @Test
  void starsAndNotesComeInWithTheConversation() throws Exception {
    var mapping =
        new TableMapping(
            List.of(Use.USER, Use.ASSISTANT, Use.RATING, Use.NOTE, Use.ASSIGNEE),
            true,
            Optional.empty());
    read(
        written("q,a,r,n,w\na,b,4,short,Ana\nc,d,★★,,\ne,f,nine,,\n", "UTF-8"),
        Optional.of(mapping));
    assertThat(placings).extracting(Placing::rating).containsExactly(4, 2, 0);
    assertThat(placings.getFirst().note()).isEqualTo("short");
    assertThat(placings.getFirst().assignee()).isEqualTo("Ana");
    assertThat(told).containsExactly("4 \"nine\" under \"r\" is no word that Timbre knows there");
  }

  @Test
  void twoColumnsOfShortWordsAreAQuestionAndItsAnswer() throws Exception {
    read(written("Oi;Olá!\nTchau;Até logo\n", "UTF-8"), Optional.empty());
    assertThat(found).containsExactly("u:Oi|a:Olá!", "u:Tchau|a:Até logo");
    found.clear();
    read(written("7;Olá!\n8;Até\n", "UTF-8"), Optional.empty());
    assertThat(found).as("numbers ask nothing").isEmpty();
  }
}
