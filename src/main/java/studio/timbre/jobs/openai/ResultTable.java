package studio.timbre.jobs.openai;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.jobs.remote.ProviderFacts.Figures;

/**
 * The result file of a job: a CSV table whose columns differ from provider to provider, so they are read by their names. OpenAI has
 * sent it in base64 at times.
 */
final class ResultTable {
  private ResultTable() {}

  /** The rows with a step and a training loss; none where it is no such table. */
  static List<Figures> read(byte[] content) {
    var text = plain(content);
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    var rows = new ArrayList<Figures>();
    if (lines.isEmpty()) {
      return rows;
    }
    var names = cells(lines.getFirst().toLowerCase(Locale.ROOT));
    for (var line : lines.subList(1, lines.size())) {
      var cells = cells(line);
      var step = number(names, cells, "step");
      var loss = number(names, cells, "train_loss");
      if (step.isPresent() && loss.isPresent()) {
        var whole = number(names, cells, "full_valid_loss");
        rows.add(
            new Figures(
                OptionalInt.of((int) step.getAsDouble()),
                OptionalInt.empty(),
                loss,
                whole.isPresent() ? whole : number(names, cells, "valid_loss")));
      }
    }
    return rows;
  }

  private static String plain(byte[] content) {
    var text = new String(content, StandardCharsets.UTF_8).strip();
    return decoded(text).filter(ResultTable::isTable).orElse(text).replace("\uFEFF", "");
  }

  private static Optional<String> decoded(String text) {
    try {
      // Some servers put the text into quotes, as a JSON string.
      var bare = text.replaceAll("^\"|\"$", "");
      return Optional.of(new String(Base64.getMimeDecoder().decode(bare), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isTable(String text) {
    var names =
        cells(text.replace("\uFEFF", "").lines().findFirst().orElse("").toLowerCase(Locale.ROOT));
    return names.contains("step") && names.contains("train_loss");
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    for (var cell : line.split(",", -1)) {
      cells.add(cell.strip().replaceAll("^\"|\"$", ""));
    }
    return cells;
  }

  private static OptionalDouble number(List<String> names, List<String> cells, String name) {
    int column = names.indexOf(name);
    if (column < 0 || column >= cells.size()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(cells.get(column));
      return Double.isFinite(number) && number >= 0
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
