package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import studio.timbre.json.LeftOut;
import studio.timbre.model.TableForm;

/** The rows of the visible sheets of an Excel workbook (ECMA-376), one after the other. */
final class XlsxRows implements TableRows {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private record Sheet(String name, String part) {}

  private final SheetZip zip;
  private final long size;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<LeftOut> notes = new ArrayList<>();
  private final Iterator<Sheet> following;
  private final SharedTexts texts;
  private final XlsxStyles styles;
  private Optional<XlsxSheet> sheet = Optional.empty();
  private boolean from1904;

  private final List<Sheet> read;

  private XlsxRows(SheetZip zip, long size, Optional<String> wanted) throws IOException {
    this.zip = zip;
    this.size = size;
    var targets = targets();
    listSheets(targets);
    boolean there = sheets.stream().anyMatch(one -> wanted.equals(Optional.of(one.name())));
    read = sheets.stream().filter(one -> !there || one.name().equals(wanted.get())).toList();
    following = read.iterator();
    sheets.stream()
        .filter(one -> !read.contains(one))
        .forEach(one -> notes.add(CellPlace.otherSheet(one.name())));
    styles = XlsxStyles.read(zip, "xl/styles.xml", from1904);
    texts = SharedTexts.read(zip, "xl/sharedStrings.xml");
    notes.addAll(XlsxComments.of(zip));
  }

  /**
   * @param wanted the only sheet to read; all where that is empty, or where there is none of that name
   */
  static XlsxRows open(SheetZip zip, Path file, Optional<String> wanted) throws IOException {
    return new XlsxRows(zip, file.toFile().length(), wanted);
  }

  /** The parts of the workbook by their ids; what lies outside of the file is none of them. */
  private Map<String, String> targets() throws IOException {
    var targets = new HashMap<String, String>();
    var xml =
        zip.open("xl/_rels/workbook.xml.rels")
            .orElseThrow(() -> BrokenTable.damaged(new IOException("no list of parts")));
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")
            && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
          String target = String.valueOf(xml.getAttributeValue(null, "Target"));
          targets.put(
              String.valueOf(xml.getAttributeValue(null, "Id")),
              target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
      return targets;
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  private void listSheets(Map<String, String> targets) throws IOException {
    var xml =
        zip.open("xl/workbook.xml")
            .orElseThrow(() -> BrokenTable.damaged(new IOException("no workbook")));
    try {
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("workbookPr")) {
          String value = String.valueOf(xml.getAttributeValue(null, "date1904"));
          from1904 = value.equals("1") || value.equals("true");
        } else if (xml.getLocalName().equals("sheet")
            && String.valueOf(xml.getAttributeValue(null, "state")).contains("idden")) {
          notes.add(CellPlace.hiddenSheet(String.valueOf(xml.getAttributeValue(null, "name"))));
        } else if (xml.getLocalName().equals("sheet")) {
          String id = xml.getAttributeValue(RELATIONS, "id");
          String part =
              targets.get(id == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : id);
          if (part != null && zip.has(part)) {
            sheets.add(new Sheet(String.valueOf(xml.getAttributeValue(null, "name")), part));
          }
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  @Override
  public Optional<TableRow> next() throws IOException {
    while (true) {
      if (sheet.isEmpty()) {
        if (!following.hasNext()) {
          return Optional.empty();
        }
        var next = following.next();
        boolean first = next.equals(read.getFirst());
        sheet =
            zip.open(next.part())
                .map(xml -> new XlsxSheet(xml, first ? "" : next.name(), texts, styles));
      }
      var row = sheet.isEmpty() ? Optional.<TableRow>empty() : sheet.get().next();
      if (row.isPresent()) {
        return row;
      }
      sheet = Optional.empty();
    }
  }

  @Override
  public TableForm form() {
    return new TableForm(
        sheets.stream().map(Sheet::name).toList(), Optional.empty(), Optional.empty());
  }

  @Override
  public List<LeftOut> notes() {
    return notes;
  }

  /** How far the packed sheets are is not known; a workbook has a million rows at most and is read in seconds. */
  @Override
  public long bytesRead() {
    return following.hasNext() || sheet.isPresent() ? size / 2 : size;
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      texts.close();
    }
  }
}
