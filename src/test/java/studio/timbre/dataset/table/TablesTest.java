package studio.timbre.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.Conversation;
import studio.timbre.model.TableMapping;

/** Tables that other programs wrote (src/test/reference/table_files.py), as the conversations that they hold. */
class TablesTest {
  private static final Path TABLES = Path.of("src/test/resources/tables");

  @TempDir Path folder;
  private final List<String> found = new ArrayList<>();
  private final List<Conversation> conversations = new ArrayList<>();
  private final List<String> placings = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private void read(Path file, Optional<TableMapping> mapping) throws Exception {
    try (var reader = ConversationReader.open(file, mapping)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            conversations.add(good.conversation());
            found.add(said(good.conversation()));
            placings.add(
                good.placing().status().map(Enum::name).orElse("")
                    + good.placing().split().map(Enum::name).orElse("")
                    + good.placing().tags());
            good.leftOut().forEach(part -> leftOut.add(part.place() + " " + part.english()));
          }
          case ConversationReader.Line.Refused(_, var refusal) ->
              refused.add(refusal.place() + " " + refusal.key() + " " + refusal.arguments());
          case ConversationReader.Line.Beside(_, var part) ->
              leftOut.add(part.place() + " " + part.english());
        }
      }
      assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
    }
  }

  private void read(String name) throws Exception {
    read(TABLES.resolve(name), Optional.empty());
  }

  private void readText(String text) throws Exception {
    read(Files.writeString(folder.resolve("made.csv"), text), Optional.empty());
  }

  private static String said(Conversation conversation) {
    var all = new ArrayList<String>();
    conversation
        .messages()
        .forEach(message -> all.add(message.role().name().charAt(0) + ":" + message.text()));
    return String.join("|", all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comma.csv",
        "semicolon-bom.csv",
        "tab-utf16.tsv",
        "latin.csv",
        "pipe-all-quoted.csv",
        "single-quotes.csv",
        "flat-gzip.parquet"
      })
  void theSameRowsComeOutOfEverySpelling(String name) throws Exception {
    read(name);
    assertThat(refused).isEmpty();
    assertThat(found.stream().map(text -> text.replace("\r\n", "\n")))
        .containsExactly(
            "u:Is the ferry late?|a:By ten minutes, sorry.",
            "u:Açaí à venda?\nE café?|a:Sim: \"claro\".",
            "u:=1+1?|a:-2",
            "a:Only an answer");
    assertThat(placings)
        .containsExactly("APPROVED[ferry, delay]", "DRAFT[café]", "[]", "REJECTED[]");
    assertThat(conversations.getFirst().extras().get("Number")).matches("\"7(\\.0)?\"");
    assertThat(leftOut.stream().map(text -> text.substring(0, 30)))
        .isEqualTo(
            name.equals("latin.csv") ? List.of("line 0 the file is not UTF-8 a") : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods"})
  void workbooksGiveDatesFormulasAndTheirOtherSheets(String name) throws Exception {
    read(name);
    assertThat(refused).isEmpty();
    boolean computed = name.startsWith("libreoffice");
    assertThat(found)
        .containsExactly(
            "u:Is the ferry late?|a:By ten minutes, sorry.",
            "u:Açaí à venda?\nE café?|a:Sim: \"claro\".",
            "u:=1+1?|a:-2",
            "a:Only an answer",
            "u:When?|a:2026-11-22T14:30" + (name.endsWith(".ods") ? ":00" : ""),
            "u:Which day?|a:2026-11-22",
            computed ? "u:A formula|a:ab" : "u:A formula",
            "u:On another sheet?|a:Yes.");
    assertThat(leftOut)
        .contains("line 1 the sheet \"Prices\", as its columns are others")
        .anyMatch(note -> note.endsWith("the hidden sheet \"Hidden\""))
        .contains(
            computed
                ? "line 8 in the whole file: formulas, as in B8; their stored values were taken"
                : "line 8 the formula in B8 has no stored value");
    assertThat(conversations.get(5).extras()).containsEntry("Number", "\"0.1\"");
    assertThat(conversations.get(1).extras()).containsEntry("Number", "\"8.5\"");
  }

  @Test
  void textThatAProgramTookForAFormulaIsMissedAndTold() throws Exception {
    read("pandas.xlsx");
    assertThat(found).contains("a:-2").hasSize(4);
    assertThat(leftOut).containsExactly("line 4 the formula in A4 has no stored value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages-snappy.parquet", "messages-zstd.parquet"})
  void messagesInParquetAreChats(String name) throws Exception {
    read(name);
    assertThat(refused).isEmpty();
    assertThat(found).containsExactly("u:Late?|a:A little.", "s:You are Gull.|u:Olá 🌊|a:Oi!");
    assertThat(conversations.getFirst().messages().getLast().weight()).hasValue(1);
    assertThat(conversations.getFirst().extras()).containsEntry("id", "\"a\"");
  }

  @Test
  void instructionsInParquetAreToldByTheirColumns() throws Exception {
    read("alpaca-none.parquet");
    assertThat(found).containsExactly("u:a|a:b", "u:c|a:d");
  }

  @ParameterizedTest
  @CsvSource({
    "Question;Answer, USER ASSISTANT",
    "Pergunta do cliente;Resposta do atendente, USER ASSISTANT",
    "Pertanyaan;Jawaban, USER ASSISTANT",
    "Sistema;Usuário;Assistente;Status, SYSTEM USER ASSISTANT STATUS",
    "user_1;assistant_1;user_2;assistant_2, USER ASSISTANT USER ASSISTANT",
    "prompt;chosen;rejected, USER ASSISTANT REJECTED",
    "Nomor;Pelanggan;Agen;Kategori, KEPT USER ASSISTANT TAGS"
  })
  void namesTellTheColumnsInThreeLanguages(String header, String uses) {
    var names = List.of(header.split(";"));
    var values = names.stream().map(name -> "x").toList();
    var mapping =
        MappingGuess.of(
            List.of(
                new TableRow(1, "", names, List.of()),
                new TableRow(
                    2,
                    "",
                    names.stream().map(name -> name.equals("Status") ? "ok" : "x").toList(),
                    List.of()),
                new TableRow(3, "", List.of("1"), List.of())),
            studio.timbre.model.TableReading.TOLD);
    assertThat(values).hasSameSizeAs(names);
    assertThat(mapping.header()).isTrue();
    assertThat(String.join(" ", mapping.columns().stream().map(Enum::name).toList()))
        .isEqualTo(uses);
  }

  @Test
  void withoutNamesTheContentTells() throws Exception {
    readText(
        "1,Is it late today?,By ten minutes; we are sorry for that.\n"
            + "2,Where is the pier?,\"Behind the market, on the left.\"\n");
    assertThat(found)
        .containsExactly(
            "u:Is it late today?|a:By ten minutes; we are sorry for that.",
            "u:Where is the pier?|a:Behind the market, on the left.");
    assertThat(conversations.getFirst().extras()).containsEntry("column A", "\"1\"");
  }

  @Test
  void rowsOfMessagesAreGatheredByTheirId() throws Exception {
    readText(
        "percakapan;peran;pesan\n"
            + "A;Pelanggan;Halo\n"
            + "A;Agen;Selamat pagi\n"
            + "B;Pelanggan;Tiket?\n"
            + "B;Robot;x\n"
            + "C;Pelanggan;Buka?\n"
            + "C;Agen;Ya\n"
            + "A;Pelanggan;Lagi\n");
    assertThat(found).containsExactly("u:Halo|a:Selamat pagi", "u:Buka?|a:Ya", "u:Lagi");
    assertThat(refused).containsExactly("line 5 dataset.refused.unknownSpeaker [Robot]");
    assertThat(leftOut)
        .containsExactly(
            "line 8 rows of \"A\" stand apart, so they became conversations of their own");
  }

  @Test
  void aCellMayHoldAWholeConversation() throws Exception {
    readText(
        "id,transcript,split\n"
            + "7,\"Customer: Hi\n"
            + "Agent: Hello\",test\n"
            + "8,\"[{\"\"role\"\":\"\"user\"\",\"\"content\"\":\"\"a\"\"},{\"\"from\"\":\"\"gpt\"\",\"\"value\"\":\"\"b\"\"}]\",train\n"
            + "9,,train\n");
    assertThat(found).containsExactly("u:Hi|a:Hello", "u:a|a:b");
    assertThat(placings).containsExactly("HELD_OUT[]", "TRAINING[]");
    assertThat(refused).containsExactly("line 5 dataset.refused.rowSaysNothing []");
  }

  @Test
  void aSystemMessageForAllDoesNotReplaceTheirOwn() throws Exception {
    var file =
        Files.writeString(folder.resolve("made.csv"), "system,user,assistant\n,a,b\nOwn,c,d\n");
    var mapping =
        new TableMapping(
            List.of(TableMapping.Use.SYSTEM, TableMapping.Use.USER, TableMapping.Use.ASSISTANT),
            true,
            Optional.of("For all"));
    read(file, Optional.of(mapping));
    assertThat(found).containsExactly("s:For all|u:a|a:b", "s:Own|u:c|a:d");
  }

  @Test
  void whatDoesNotFitIsListedWithItsRow() throws Exception {
    readText(
        "user,assistant,status\n"
            + "a,b,approved\n"
            + "c,d,approved\n"
            + "e,f,ok\n"
            + "g,h,approved\n"
            + "i,j,odd\n"
            + ",,ok\n"
            + "k,l,ok,more\n");
    assertThat(found).hasSize(6);
    assertThat(leftOut)
        .containsExactly("line 6 \"odd\" under \"status\" is no word that Timbre knows there");
    assertThat(refused).containsExactly("line 7 dataset.refused.rowSaysNothing []");
    assertThat(conversations.getLast().extras()).containsEntry("column D", "\"more\"");
  }

  @Test
  void aTableThatSaysNothingIsRefusedAsAWhole() throws Exception {
    readText("price,amount\n1,2\n3,4\n");
    assertThat(refused).containsExactly("line 1 dataset.refused.noColumns []");
  }

  @Test
  void anOpenQuotationMarkIsToldWithItsLine() throws Exception {
    readText("user,assistant\na,b\nc,\"d\ne,f\n");
    assertThat(found).containsExactly("u:a|a:b");
    assertThat(refused).containsExactly("line 3 dataset.refused.csvBroken []");
  }

  @Test
  void bytesWithoutAMarkAreToldApart() throws Exception {
    var wide = Files.write(folder.resolve("a"), "user,b\nx,y".getBytes(StandardCharsets.UTF_16LE));
    var latin = Files.write(folder.resolve("b"), "olá".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(TextEncoding.of(wide).charset()).isEqualTo(StandardCharsets.UTF_16LE);
    assertThat(TextEncoding.of(latin).guessed()).isTrue();
    assertThat(TextEncoding.of(TABLES.resolve("comma.csv")).charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }
}
