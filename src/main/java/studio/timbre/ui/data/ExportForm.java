package studio.timbre.ui.data;

import java.util.Optional;
import studio.timbre.app.ProviderTarget;
import studio.timbre.model.Provider;
import studio.timbre.model.WrittenFormat;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.ProviderNames;
import studio.timbre.ui.fx.Texts;

/** As what conversations are exported. */
sealed interface ExportForm {

  /** One file of these conversations. */
  record File(WrittenFormat format) implements ExportForm {}

  /** Training files as a provider takes them, or as training on this computer does. */
  record Training(Optional<Provider> provider) implements ExportForm {}

  /** Questions for reinforcement training, with what a grader needs to know. */
  record Graded(Provider at) implements ExportForm {}

  ExportForm LINES = new File(WrittenFormat.LINES);

  /** For whom training files are, if such files are meant. */
  default Optional<ProviderTarget> target(Optional<String> model) {
    return switch (this) {
      case File _ -> Optional.empty();
      case Training(var provider) ->
          Optional.of(
              provider.map(one -> ProviderTarget.of(one, model)).orElse(ProviderTarget.HERE));
      case Graded(var at) -> Optional.of(ProviderTarget.of(at, model).forGrader());
    };
  }

  /** What it is called. */
  default String words(Texts texts) {
    return switch (this) {
      case File(var format) -> texts.get("data.export.form." + format.name());
      case Training(var provider) ->
          provider
              .map(one -> texts.get("data.export.form.provider", ProviderNames.of(one, texts)))
              .orElseGet(() -> texts.get("data.export.form.here"));
      case Graded(var at) -> texts.get("data.export.form.graded", ProviderNames.of(at, texts));
    };
  }

  /** What kind of file is asked for. */
  default Kind kind() {
    return switch (this) {
      case File(var format) ->
          switch (format) {
            case XLSX -> Kind.WORKBOOK;
            case CSV -> Kind.SEPARATED;
            case JSON -> Kind.JSON_LIST;
            case TRANSCRIPT -> Kind.TRANSCRIPT;
            default -> Kind.CONVERSATIONS;
          };
      case Training _, Graded _ -> Kind.CONVERSATIONS;
    };
  }
}
