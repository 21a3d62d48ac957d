package studio.timbre.dataset.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook whose cells all hold text (ECMA-376), so that none is ever computed; a full sheet is followed by another. */
final class XlsxTable implements TableWriter.Rows {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  static final int MOST_ROWS = 1_048_576;

  /** In characters: number, line, speaker, text, status, split, stars, tags, assignee, note, details. */
  private static final int[] WIDTHS = {13, 7, 12, 80, 12, 12, 9, 20, 18, 40, 20};

  /** The second style wraps lines and holds what is typed over a text that begins as a formula to be text too. */
  private static final String STYLES =
      "<styleSheet xmlns=\""
          + MAIN
          + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name"
          + " val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill"
          + " patternType=\"none\"/></fill><fill><patternFill"
          + " patternType=\"gray125\"/></fill></fills><borders"
          + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
          + " count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
          + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\""
          + " fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\""
          + " borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\""
          + " applyAlignment=\"1\"><alignment vertical=\"top\""
          + " wrapText=\"1\"/></xf></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\""
          + " xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

  private final ZipOutputStream zip;
  private final List<String> header;
  private final int mostRows;
  private int sheets;
  private int row;

  XlsxTable(OutputStream output, List<String> header) throws IOException {
    this(output, header, MOST_ROWS);
  }

  XlsxTable(OutputStream output, List<String> header, int mostRows) throws IOException {
    this.zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
    this.header = header;
    this.mostRows = mostRows;
    beginSheet();
  }

  private void beginSheet() throws IOException {
    sheets++;
    row = 0;
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
    var start = new StringBuilder(HEAD);
    start
        .append("<worksheet xmlns=\"")
        .append(MAIN)
        .append("\"><sheetViews><sheetView workbookViewId=\"0\">");
    start.append(
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    start.append("</sheetView></sheetViews><cols>");
    for (int i = 0; i < WIDTHS.length; i++) {
      start.append(
          "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
              .formatted(i + 1, i + 1, WIDTHS[i]));
    }
    start.append("</cols><sheetData>");
    put(start);
    writeRow(header);
  }

  private void endSheet() throws IOException {
    put("</sheetData></worksheet>");
    zip.closeEntry();
  }

  @Override
  public void write(List<List<String>> rows) throws IOException {
    if (row + rows.size() > mostRows && row > 1) {
      endSheet();
      beginSheet();
    }
    for (var cells : rows) {
      writeRow(cells);
    }
  }

  private void writeRow(List<String> cells) throws IOException {
    row++;
    var out = new StringBuilder("<row r=\"").append(row).append("\">");
    int column = 0;
    for (String cell : cells) {
      if (!cell.isEmpty()) {
        out.append("<c r=\"").append(CellPlace.letters(column)).append(row);
        out.append("\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml(SheetText.escaped(cell), out);
        out.append("</t></is></c>");
      }
      column++;
    }
    put(out.append("</row>"));
  }

  private static void xml(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }

  private void put(CharSequence text) throws IOException {
    zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void part(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    put(HEAD);
    put(text);
    zip.closeEntry();
  }

  /** No cell here can be run; an apostrophe is added only where the way back would take one off. */
  @Override
  public String cell(String piece) {
    return piece.startsWith("'") ? Defused.of(piece) : piece;
  }

  @Override
  public boolean fits(String said) {
    return true;
  }

  @Override
  public void end() throws IOException {
    endSheet();
    var types = new StringBuilder();
    var names = new StringBuilder();
    var relations = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      types.append(
          "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
              .formatted(i, TYPES));
      names.append(
          "<sheet name=\"Conversations%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(i == 1 ? "" : " " + i, i, i));
      relations.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
              .formatted(i, OFFICE, i));
    }
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "/content-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
            + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
            + " PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPES
            + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
            + TYPES
            + "styles+xml\"/>"
            + types
            + "</Types>");
    part(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "/relationships\"><Relationship Id=\"rId1\" Type=\""
            + OFFICE
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets>"
            + names
            + "</sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "/relationships\">"
            + relations
            + "<Relationship Id=\"rId"
            + (sheets + 1)
            + "\" Type=\""
            + OFFICE
            + "/styles\" Target=\"styles.xml\"/></Relationships>");
    part("xl/styles.xml", STYLES);
    zip.finish();
  }

  @Override
  public void close() {}
}
