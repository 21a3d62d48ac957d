package studio.timbre.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.timbre.app.Finding;

/** What a look over a job has found, in words and for programs. */
final class JobFindings {
  private static final int LINES_NAMED = 5;

  private JobFindings() {}

  static String words(Finding finding) {
    String file =
        finding
            .file()
            .map(data -> data == Finding.DataFile.TRAINING ? "Training data" : "Validation data")
            .orElse("");
    String lines = lines(finding);
    String place = file + (lines.isEmpty() ? "" : ", " + lines);
    return (finding.isBlocking() ? "Has to be mended: " : "Worth a look: ")
        + (place.isEmpty() ? "" : place + ": ")
        + finding.english();
  }

  private static String lines(Finding finding) {
    if (finding.lines().isEmpty()) {
      return "";
    }
    var named = finding.lines().stream().limit(LINES_NAMED).map(String::valueOf).toList();
    long more = finding.count() - named.size();
    return (finding.count() == 1 ? "line " : "lines ")
        + String.join(", ", named)
        + (more > 0 ? " and " + Numbers.whole(more) + " more" : "");
  }

  static List<JsonFields> fields(List<Finding> findings) {
    return findings.stream().map(JobFindings::fields).collect(Collectors.toList());
  }

  private static JsonFields fields(Finding finding) {
    return new JsonFields()
        .with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .with("key", finding.key())
        .with("message", finding.english())
        .with("file", finding.file().map(data -> data.name().toLowerCase(Locale.ROOT)))
        .with("lines", finding.lines())
        .with("count", finding.count());
  }
}
