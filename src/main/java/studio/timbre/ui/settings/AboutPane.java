package studio.timbre.ui.settings;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** Which Timbre this is, and where it keeps its things. */
final class AboutPane extends VBox {

  AboutPane(Texts texts, String version, Path folder) {
    getStyleClass().addAll("column-24", "settings-page");
    getChildren()
        .addAll(
            Section.of(
                texts.get("settings.about.title"),
                texts.get("settings.about.text"),
                selectable(texts.get("settings.about.version"), version)),
            Section.of(
                texts.get("settings.files.title"),
                texts.get("settings.files.text"),
                selectable(texts.get("settings.files.folder"), folder.toString())));
  }

  /** A text that can be copied. */
  private static Node selectable(String name, String text) {
    var field = new TextField(text);
    field.setEditable(false);
    return Section.field(name, field, field);
  }
}
