package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.dataset.ConversationWriter;
import studio.timbre.dataset.PartFile;
import studio.timbre.json.TableDetails;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Placing;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.WrittenFormat;

/**
 * Writes a table for colleagues who have no Timbre: a row a message, under each other where they are one conversation. What has no words
 * stands as JSON in the last column, so that nothing is lost on the way back. A text that does not fit a cell goes on in the next row,
 * where {@value RowMessages#CONTINUED} and which piece it is stand for the speaker. Of what came out of a project each row tells which one
 * it is, so that its place can be found again in a table that was sorted.
 */
public final class TableWriter implements ConversationWriter {

  /** What a cell of Excel holds. */
  static final int MOST_CHARS = 32_767;

  /** The rows of a table in some format. */
  interface Rows extends AutoCloseable {
    /** The cells of each row; all of them stay together on a sheet. */
    void write(List<List<String>> rows) throws IOException;

    void end() throws IOException;

    @Override
    void close() throws IOException;

    /** A piece of a text as it may stand in a cell. */
    String cell(String text);

    /** Whether a text can stand in a cell as it is. */
    boolean fits(String text);
  }

  private final PartFile file;
  private final Rows rows;
  private final SheetLanguage language;
  private long count;
  private String number = "";

  private TableWriter(PartFile file, Rows rows, SheetLanguage language) throws IOException {
    this.file = file;
    this.rows = rows;
    this.language = language;
  }

  /** @param language in which it is headed */
  public static TableWriter open(Path target, WrittenFormat format, SheetLanguage language)
      throws IOException {
    var file = PartFile.open(target);
    boolean opened = false;
    try {
      var header = header(language);
      var rows =
          format == WrittenFormat.XLSX
              ? new XlsxTable(file.output(), header)
              : new CsvTable(file.output(), format == WrittenFormat.TSV ? '\t' : ',', header);
      var writer = new TableWriter(file, rows, language);
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private static List<String> header(SheetLanguage language) {
    var header = new ArrayList<>(language.headings());
    header.add(HeaderWords.DETAILS);
    return header;
  }

  @Override
  public boolean write(Conversation conversation, Placing placing) throws IOException {
    number = number(placing);
    var written = new ArrayList<List<String>>();
    var fits = conversation.messages().stream().map(message -> rows.fits(message.text())).toList();
    var stamp = placing.sheet().flatMap(SheetPlace::stamp).map(SheetPlace.Stamp::text);
    var texts = new ArrayList<String>();
    for (int i = 0; i < conversation.messages().size(); i++) {
      texts.add(text(conversation.messages().get(i), fits.get(i)));
    }
    var details = TableDetails.rows(conversation, fits, stamp, marks(texts, placing));
    for (int i = 0; i < details.size(); i++) {
      boolean any = i < texts.size();
      String role = any ? conversation.messages().get(i).role().name() : "";
      var said = new Said(i + 1, role, any ? texts.get(i) : "", details.get(i));
      write(said, i == 0 ? placing : Placing.NONE, written);
    }
    rows.write(written);
    return true;
  }

  /** That in its project, else counted; never that of the one before, whose rows would go on. */
  private String number(Placing placing) {
    count++;
    String wanted =
        placing
            .sheet()
            .map(SheetPlace::number)
            .filter(known -> !known.isBlank())
            .orElse(String.valueOf(count));
    return wanted.equals(number) ? wanted + "+" : wanted;
  }

  private static String text(Message message, boolean fits) {
    boolean said = !(message.content() instanceof Content.Missing);
    return said ? (fits ? message.text() : TableDetails.shown(message.text())) : "";
  }

  /** By which each row is known wherever it stands when the table comes back. */
  private List<String> marks(List<String> texts, Placing placing) {
    var stamp = placing.sheet().flatMap(SheetPlace::stamp);
    if (stamp.isEmpty()) {
      return List.of();
    }
    var marks = new ArrayList<String>();
    for (int i = 0; i < Math.max(1, texts.size()); i++) {
      int pieces = i < texts.size() ? pieces(texts.get(i)).size() : 1;
      int ofNote = i == 0 ? pieces(placing.note()).size() : 1;
      marks.add(new RowMark(number, i + 1, Math.max(pieces, ofNote)).text());
    }
    return marks;
  }

  /** A message as its row says it. */
  private record Said(int line, String role, String text, String details) {}

  private void write(Said said, Placing placing, List<List<String>> written) {
    var texts = pieces(said.text());
    var ofDetails = pieces(said.details());
    var notes = pieces(placing.note());
    int most = Math.max(Math.max(texts.size(), ofDetails.size()), notes.size());
    for (int i = 0; i < most; i++) {
      boolean first = i == 0;
      written.add(
          List.of(
              rows.cell(number),
              String.valueOf(said.line()),
              first ? rows.cell(said.role()) : RowMessages.continued(i + 1, most),
              cell(texts, i),
              first ? placing.status().map(language::word).orElse("") : "",
              first ? placing.split().map(language::word).orElse("") : "",
              first && placing.rating() > 0 ? String.valueOf(placing.rating()) : "",
              first ? rows.cell(OwnRows.tags(placing.tags())) : "",
              first ? rows.cell(placing.assignee()) : "",
              cell(notes, i),
              cell(ofDetails, i)));
    }
  }

  private String cell(List<String> pieces, int at) {
    return at < pieces.size() ? rows.cell(pieces.get(at)) : "";
  }

  /** Leaves room for the apostrophe that defuses a piece, and cuts no character in two. */
  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    do {
      int to = Math.min(text.length(), from + MOST_CHARS - 1);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      pieces.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return pieces;
  }

  @Override
  public void finish() throws IOException {
    rows.end();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      rows.close();
    }
  }
}
