package studio.timbre.cli;

import java.util.List;
import studio.timbre.model.ImportReport.Refusal;

/** Tells what of a file was not taken. */
final class ImportWords {
  private static final int NAMED = 100;

  private ImportWords() {}

  /** The first of them, each with its place, beside the output. */
  static void tell(String title, List<Refusal> entries, long all, Output output) {
    if (all > 0) {
      output.remark(title);
    }
    var named = entries.stream().limit(NAMED).toList();
    named.forEach(entry -> output.remark(entry.sentence()));
    if (all > named.size()) {
      output.remark("And %s more.".formatted(Numbers.whole(all - named.size())));
    }
  }
}
