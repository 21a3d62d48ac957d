package studio.timbre.ui.fx;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of the catalogue in words. Names of models are the same in every language; classes of sizes, and days, are not. */
public final class ModelWords {
  private static final Pattern CLASS =
      Pattern.compile(
          "size class (?:(up to|over) )?([\\d.]+)B(?:-([\\d.]+)B)?, (LoRA|full) (SFT|DPO)");

  /** A model that stands for all below a size. */
  private static final Pattern UNDER =
      Pattern.compile("(.+) \\(class: under ([\\d.]+)B parameters\\)");

  private static final Pattern FROM =
      Pattern.compile("models of ([\\d.]+)B parameters and more \\(e\\.g\\. (.+)\\)");

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
    var under = UNDER.matcher(model);
    if (under.matches()) {
      return texts.get("model.class.under", under.group(1), size(texts, under.group(2)));
    }
    var from = FROM.matcher(model);
    return from.matches()
        ? texts.get("model.class.from", size(texts, from.group(1)), from.group(2))
        : model;
  }

  private static String sizes(Texts texts, Matcher found) {
    String way = found.group(4).equals(LORA) ? LORA : texts.get("model.class.full");
    String data =
        texts.get(found.group(5).equals("DPO") ? "model.class.pairs" : "model.class.answers");
    String first = size(texts, found.group(2));
    if (found.group(3) != null) {
      return texts.get("model.class.between", way, data, first, size(texts, found.group(3)));
    }
    boolean isOver = "over".equals(found.group(1));
    return texts.get(isOver ? "model.class.over" : "model.class.upTo", way, data, first);
  }

  /** As 16.1, or 16,1. */
  private static String size(Texts texts, String billions) {
    return texts.number(Double.parseDouble(billions), billions.contains(".") ? 1 : 0);
  }

  /** When a price was read: a day, or a month. */
  public static String read(Texts texts, String asOf) {
    return read(texts, asOf, texts::date);
  }

  /** The same for narrow columns. */
  public static String shortRead(Texts texts, String asOf) {
    return read(texts, asOf, texts::shortDate);
  }

  private static String read(Texts texts, String asOf, Function<LocalDate, String> date) {
    var found = READ.matcher(asOf);
    if (!found.matches()) {
      return asOf;
    }
    return found.group(2) == null
        ? YearMonth.parse(found.group(1))
            .format(DateTimeFormatter.ofPattern("LLL yyyy", texts.locale()))
        : date.apply(LocalDate.parse(found.group(1) + found.group(2)));
  }
}
