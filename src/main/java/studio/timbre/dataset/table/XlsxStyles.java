package studio.timbre.dataset.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Tells by its style which number of a workbook is a date, and writes it as one (ECMA-376, part 1, 18.8.30 and 18.17.4). */
final class XlsxStyles {
  private static final long SECONDS_OF_A_DAY = 86_400;

  private final List<Boolean> dates = new ArrayList<>();
  private final boolean from1904;

  private XlsxStyles(boolean from1904) {
    this.from1904 = from1904;
  }

  static XlsxStyles read(SheetZip zip, String part, boolean from1904) throws IOException {
    var styles = new XlsxStyles(from1904);
    var found = zip.open(part);
    if (found.isEmpty()) {
      return styles;
    }
    var xml = found.get();
    Map<String, String> formats = new HashMap<>();
    boolean ofCells = false;
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
          return styles;
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "numFmt" ->
              formats.put(
                  String.valueOf(xml.getAttributeValue(null, "numFmtId")),
                  String.valueOf(xml.getAttributeValue(null, "formatCode")));
          case "cellXfs" -> ofCells = true;
          case "xf" -> {
            if (ofCells) {
              String id = String.valueOf(xml.getAttributeValue(null, "numFmtId"));
              styles.dates.add(isDate(id, formats.getOrDefault(id, "")));
            }
          }
          default -> {}
        }
      }
      return styles;
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  private static boolean isDate(String id, String code) {
    if (code.isEmpty()) {
      return id.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
    }
    String bare =
        code.toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "");
    return bare.matches("(?s).*[ymdhs].*") && !bare.contains("general");
  }

  /** A number as it is to be read: without a needless fraction, or as a date in ISO 8601. */
  String number(String value, int style) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.strip());
    } catch (NumberFormatException notANumber) {
      return value;
    }
    // Written out, a number with a large exponent would fill the memory.
    if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
      return value;
    }
    boolean date = style >= 0 && style < dates.size() && dates.get(style);
    return date && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0
        ? date(number.doubleValue())
        : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private String date(double days) {
    long whole = (long) Math.floor(days);
    long seconds = Math.round((days - whole) * SECONDS_OF_A_DAY);
    whole += seconds / SECONDS_OF_A_DAY;
    seconds %= SECONDS_OF_A_DAY;
    var time = LocalTime.ofSecondOfDay(seconds);
    if (whole == 0 && !from1904) {
      return time.toString();
    }
    // The calendar of Excel has a 29 February 1900 that never was.
    var day =
        from1904
            ? LocalDate.of(1904, 1, 1).plusDays(whole)
            : LocalDate.of(1899, 12, whole < 61 ? 31 : 30).plusDays(whole);
    return seconds == 0 ? day.toString() : day.atTime(time).toString();
  }
}
