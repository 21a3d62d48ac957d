package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.LineSource;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.ImportedJson;
import studio.timbre.json.LeftOut;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Placing;
import studio.timbre.model.UserFacingException;

/** A Parquet file whose rows are conversations in one of the shapes that JSON files have, as published data sets are. */
final class ParquetLines implements LineSource {
  private final ParquetRows rows;
  private Optional<Line> first;
  private boolean over;

  private ParquetLines(ParquetRows rows, Optional<Line> first) {
    this.rows = rows;
    this.first = first;
  }

  /** Empty where the columns are not those of any such shape; the rows are of no more use then. */
  static Optional<LineSource> of(ParquetRows rows) throws IOException {
    var lines = new ParquetLines(rows, Optional.empty());
    var first = lines.next();
    boolean other =
        first.isPresent()
            && first.get() instanceof Line.Refused(_, var refusal)
            && (refusal.key().equals("dataset.refused.unknownShape")
                || refusal.key().equals("dataset.refused.noMessages"));
    lines.first = first;
    return other ? Optional.empty() : Optional.of(lines);
  }

  @Override
  public Optional<Line> next() throws IOException {
    if (first.isPresent()) {
      var line = first;
      first = Optional.empty();
      return line;
    }
    if (over) {
      return Optional.empty();
    }
    try {
      var fields = rows.nextFields();
      if (fields.isEmpty()) {
        over = true;
        return Optional.empty();
      }
      String json =
          fields.get().entrySet().stream()
              .map(field -> ConversationJson.quoted(field.getKey()) + ":" + field.getValue())
              .collect(Collectors.joining(",", "{", "}"));
      return Optional.of(line(ImportedJson.parse(json)));
    } catch (BrokenTable broken) {
      over = true;
      return Optional.of(
          refused(broken.key(), String.valueOf(broken.getMessage()), broken.arguments()));
    } catch (UserFacingException e) {
      return Optional.of(refused(e.key(), String.valueOf(e.getMessage()), e.arguments()));
    }
  }

  private Line line(ImportedJson.Found found) {
    var parts = new ArrayList<Refusal>();
    for (LeftOut part : found.leftOut()) {
      parts.add(new Refusal(rows.number(), "", part.key(), part.english(), part.arguments()));
    }
    return new Line.Good(rows.number(), found.conversation(), List.copyOf(parts), Placing.NONE);
  }

  private Line refused(String key, String english, List<Object> arguments) {
    long row = Math.max(1, rows.number());
    return new Line.Refused(row, new Refusal(row, "", key, english, arguments));
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
