package studio.timbre.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.TableMapping.Use;

/** The languages in which a table for colleagues can be headed; each is read again, whatever language the window speaks then. */
public enum SheetLanguage {
  ENGLISH(
      "en",
      List.of(
          "Conversation",
          "Line",
          "Role",
          "Text",
          "Status",
          "Used for",
          "Stars",
          "Tags",
          "Assignee",
          "Note"),
      Map.of(
          Status.DRAFT, "draft",
          Status.IN_REVIEW, "in review",
          Status.APPROVED, "approved",
          Status.REJECTED, "rejected"),
      Map.of(Split.TRAINING, "training", Split.HELD_OUT, "held out")),
  PORTUGUESE(
      "pt",
      List.of(
          "Conversa",
          "Linha",
          "Papel",
          "Texto",
          "Estado",
          "Uso",
          "Estrelas",
          "Etiquetas",
          "Responsável",
          "Nota"),
      Map.of(
          Status.DRAFT, "rascunho",
          Status.IN_REVIEW, "em revisão",
          Status.APPROVED, "aprovada",
          Status.REJECTED, "recusada"),
      Map.of(Split.TRAINING, "treino", Split.HELD_OUT, "teste")),
  INDONESIAN(
      "id",
      List.of(
          "Percakapan",
          "Baris",
          "Peran",
          "Teks",
          "Status",
          "Kegunaan",
          "Bintang",
          "Label",
          "Penanggung jawab",
          "Catatan"),
      Map.of(
          Status.DRAFT, "konsep",
          Status.IN_REVIEW, "ditinjau",
          Status.APPROVED, "disetujui",
          Status.REJECTED, "ditolak"),
      Map.of(Split.TRAINING, "latihan", Split.HELD_OUT, "uji"));

  /** What the columns of such a table hold, from the left; one that only programs read follows them. */
  public static final List<Use> COLUMNS =
      List.of(
          Use.CONVERSATION,
          Use.LINE,
          Use.ROLE,
          Use.TEXT,
          Use.STATUS,
          Use.SPLIT,
          Use.RATING,
          Use.TAGS,
          Use.ASSIGNEE,
          Use.NOTE);

  private final String code;
  private final List<String> headings;
  private final Map<Status, String> states;
  private final Map<Split, String> splits;

  SheetLanguage(
      String code, List<String> headings, Map<Status, String> states, Map<Split, String> splits) {
    this.code = code;
    this.headings = headings;
    this.states = states;
    this.splits = splits;
  }

  /** The one of a language tag as {@code pt} or {@code pt-BR}; empty for other languages. */
  public static Optional<SheetLanguage> named(String tag) {
    String wanted = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    for (var language : values()) {
      if (language.code.equals(wanted)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** Its language tag. */
  public String code() {
    return code;
  }

  /** What {@link #COLUMNS} are called. */
  public List<String> headings() {
    return headings;
  }

  public String word(Status status) {
    return states.getOrDefault(status, "");
  }

  public String word(Split split) {
    return splits.getOrDefault(split, "");
  }
}
