package studio.timbre.ui.mapping;

import java.util.regex.Pattern;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.ui.fx.Texts;

/** What did not come in, with its place, in the person's language. */
public final class RefusalWords {
  private static final Pattern ITEM = Pattern.compile("/(\\d{1,15})(/.*)?");

  private RefusalWords() {}

  /** With its row, and its sheet where there are several. */
  static String inTable(Texts texts, Refusal refusal) {
    String reason = reason(texts, refusal);
    String place =
        refusal.inList()
            ? texts.get("mapping.row.sheet", refusal.line(), refusal.pointer(), reason)
            : texts.get("mapping.row", refusal.line(), reason);
    return refusal.line() == 0 ? reason : place;
  }

  private static String reason(Texts texts, Refusal refusal) {
    return texts.has(refusal.key())
        ? texts.get(refusal.key(), refusal.arguments().toArray())
        : refusal.english();
  }

  public static String of(Texts texts, Refusal refusal) {
    String reason = reason(texts, refusal);
    String placed = refusal.line() == 0 ? reason : placed(texts, refusal, reason);
    boolean saysIt = refusal.line() == 0 && reason.startsWith(refusal.file());
    return refusal.file().isEmpty() || saysIt
        ? placed
        : texts.get("data.import.inFile", refusal.file(), placed);
  }

  private static String placed(Texts texts, Refusal refusal, String reason) {
    if (!refusal.inList()) {
      return texts.get("data.import.line", refusal.line(), reason);
    }
    // A place in a list of JSON, counted as people count; else the name of a sheet.
    var item = ITEM.matcher(refusal.pointer());
    return item.matches()
        ? texts.get("data.import.inList", refusal.line(), Long.parseLong(item.group(1)) + 1, reason)
        : texts.get("data.import.item", refusal.line(), refusal.pointer(), reason);
  }
}
