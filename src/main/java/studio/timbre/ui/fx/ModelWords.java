package studio.timbre.ui.fx;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of the catalogue in words. Names of models are the same in every language; classes of sizes, and days, are not. */
public final class ModelWords {
  private static final Pattern CLASS =
      Pattern.compile(
          "size class (?:(up to|over) )?([\\d.]+)B(?:-([\\d.]+)B)?, (LoRA|full) (SFT|DPO)");

  private static final Pattern AND_MORE =
      Pattern.compile("models of (\\d+)B parameters and more \\(e\\.g\\. (.+)\\)");

  private static final Pattern UNDER =
      Pattern.compile("(\\S+) \\(class: under (\\d+)B parameters\\)");

  private static final String LORA = "LoRA";

  /** A note may stand behind the day. */
  private static final Pattern READ = Pattern.compile("(\\d{4}-\\d{2})(-\\d{2})?.*");

  private ModelWords() {}

  /** The model, or all models of a size. */
  public static String name(Texts texts, String model) {
    var found = CLASS.matcher(model);
    if (found.matches()) {
      return sizes(texts, found);
    }
    var more = AND_MORE.matcher(model);
    if (more.matches()) {
      return texts.get("model.class.andMore", more.group(1), more.group(2));
    }
    var under = UNDER.matcher(model);
    return under.matches() ? texts.get("model.class.under", under.group(1), under.group(2)) : model;
  }

  private static String sizes(Texts texts, Matcher found) {
    String way = found.group(4).equals(LORA) ? LORA : texts.get("model.class.full");
    String data =
        texts.get(found.group(5).equals("DPO") ? "model.class.pairs" : "model.class.answers");
    String first = found.group(2);
    if (found.group(3) != null) {
      return texts.get("model.class.between", way, data, first, found.group(3));
    }
    boolean isOver = "over".equals(found.group(1));
    return texts.get(isOver ? "model.class.over" : "model.class.upTo", way, data, first);
  }

  /** When a price was read: a day, or a month. */
  public static String read(Texts texts, String asOf) {
    var found = READ.matcher(asOf);
    if (!found.matches()) {
      return asOf;
    }
    return found.group(2) == null
        ? YearMonth.parse(found.group(1))
            .format(DateTimeFormatter.ofPattern("LLL yyyy", texts.locale()))
        : texts.date(LocalDate.parse(found.group(1) + found.group(2)));
  }
}
