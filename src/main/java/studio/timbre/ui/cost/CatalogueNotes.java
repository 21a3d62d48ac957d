package studio.timbre.ui.cost;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import studio.timbre.ui.fx.Texts;

/**
 * The remarks of the price list that comes with Timbre, in the language of the window. They are a closed set; what a person has written
 * into a list of their own stays as it is.
 */
final class CatalogueNotes {
  /** Each remark of the list has a text of its own. */
  static final List<String> NAMES =
      List.of(
          "launch",
          "lastPrice",
          "invitation",
          "closing.fourO",
          "closing.fourOMini",
          "closing.fourOne",
          "closing.fourOneMini",
          "lastPublished",
          "perHour",
          "sharing",
          "noneSince",
          "azure",
          "azureReasoning",
          "azureInvited",
          "azureOpen",
          "nebiusSmall",
          "nebiusLarge",
          "together",
          "fireworks",
          "crusoeSmall",
          "crusoeLarge",
          "bedrock",
          "mistral",
          "vertex");

  /** When a provider stops taking jobs, where it says no more than this, stands before the remark. */
  private static final Pattern CLOSING =
      Pattern.compile("New jobs: closed not before ([\\d-]+)\\. (.+)");

  private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

  private final Texts texts;

  CatalogueNotes(Texts texts) {
    this.texts = texts;
  }

  /** A remark as the price list has it, which is in English. */
  String of(String note) {
    var closing = CLOSING.matcher(note);
    return closing.matches()
        ? texts.get("cost.note.notBefore", closing.group(1)) + " " + known(closing.group(2))
        : known(note);
  }

  private String known(String note) {
    return NAMES.stream()
        .map(name -> "cost.note." + name)
        .filter(key -> ENGLISH.get(key).equals(note))
        .findFirst()
        .map(key -> texts.get(key))
        .orElse(note);
  }
}
