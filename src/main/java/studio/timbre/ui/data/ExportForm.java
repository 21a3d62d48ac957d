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
  record Training(Optional<Provider> provider) implements ExportForm {
    ProviderTarget target(Optional<String> model) {
      return provider.map(one -> ProviderTarget.of(one, model)).orElse(ProviderTarget.HERE);
    }
  }

  ExportForm LINES = new File(WrittenFormat.LINES);

  /** What it is called. */
  default String words(Texts texts) {
    return switch (this) {
      case File(var format) -> texts.get("data.export.form." + format.name());
      case Training(var provider) ->
          provider
              .map(one -> texts.get("data.export.form.provider", ProviderNames.of(one, texts)))
              .orElseGet(() -> texts.get("data.export.form.here"));
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
      case Training _ -> Kind.CONVERSATIONS;
    };
  }
}
