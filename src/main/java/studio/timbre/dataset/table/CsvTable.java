package studio.timbre.dataset.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import studio.timbre.json.TableDetails;

/** Separated values as Excel opens them rightly: with a byte-order mark, every cell quoted, formulas defused. */
final class CsvTable implements TableWriter.Rows {
  private final Writer text;
  private final CsvWriter csv;

  CsvTable(OutputStream output, char separator, List<String> header) throws IOException {
    text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    text.write('\ufeff');
    csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(text);
    csv.writeRecord(header);
  }

  @Override
  public void write(List<List<String>> rows) {
    rows.forEach(csv::writeRecord);
  }

  @Override
  public String cell(String piece) {
    return Defused.of(piece);
  }

  @Override
  public boolean fits(String said) {
    return TableDetails.shown(said).equals(said);
  }

  @Override
  public void end() throws IOException {
    csv.flush();
    text.flush();
  }

  @Override
  public void close() {}
}
