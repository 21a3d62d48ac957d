package studio.timbre.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.app.Preferences;
import studio.timbre.app.Preferences.Theme;
import studio.timbre.ui.fx.Appearance;
import studio.timbre.ui.fx.Texts;

/** How the window looks and speaks; every choice counts at once. */
final class LookPane extends VBox {
  private static final double NAME_WIDTH = 320;

  LookPane(Texts texts, Preferences preferences, Appearance appearance) {
    getStyleClass().addAll("column-24", "settings-page");
    getChildren()
        .addAll(
            Section.of(
                texts.get("settings.language.title"),
                texts.get("settings.language.text"),
                choice(
                    "language-",
                    Texts.LANGUAGES,
                    Texts.LANGUAGES.stream()
                        .filter(
                            language -> language.getLanguage().equals(texts.locale().getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH),
                    LookPane::inItself,
                    appearance::setLanguage)),
            Section.of(
                texts.get("settings.name.title"),
                texts.get("settings.name.text"),
                name(texts, preferences)),
            Section.of(
                texts.get("settings.theme.title"),
                texts.get("settings.theme.text"),
                choice(
                    "theme-",
                    List.of(Theme.values()),
                    preferences.theme(),
                    theme -> texts.get("settings.theme." + theme.name()),
                    appearance::setTheme)));
  }

  /** Counts when the field is left, or with Enter. */
  private static Node name(Texts texts, Preferences preferences) {
    var field = new TextField(preferences.name());
    field.setId("settings-name");
    field.setAccessibleText(texts.get("settings.name.title"));
    field.setMaxWidth(NAME_WIDTH);
    Runnable keep =
        () -> {
          if (!field.getText().strip().equals(preferences.name())) {
            preferences.setName(field.getText());
            field.setText(preferences.name());
          }
        };
    field.setOnAction(event -> keep.run());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                keep.run();
              }
            });
    return field;
  }

  /** A language is named in itself: who cannot read this one finds their own. */
  private static String inItself(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language)
        + name.substring(1)
        + (language.getCountry().isEmpty()
            ? ""
            : " (" + language.getDisplayCountry(language) + ")");
  }

  private static <T> Node choice(
      String id, List<T> values, T now, Function<T, String> name, Consumer<T> chosen) {
    var group = new ToggleGroup();
    var row = new HBox();
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      var button = new ToggleButton(name.apply(value));
      button.setId(id + value);
      button.setMnemonicParsing(false);
      button.getStyleClass().add(pill(i, values.size()));
      button.setToggleGroup(group);
      button.setSelected(value.equals(now));
      button.setOnAction(event -> button.setSelected(true));
      row.getChildren().add(button);
    }
    // The arrow keys choose without an action; a second press lets go of a button for a moment.
    var last = new SimpleObjectProperty<>(group.getSelectedToggle());
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, toggle) -> {
              if (toggle != null && toggle != last.get()) {
                last.set(toggle);
                chosen.accept(values.get(row.getChildren().indexOf(toggle)));
              }
            });
    return row;
  }

  private static String pill(int index, int count) {
    if (index == 0) {
      return "left-pill";
    }
    return index == count - 1 ? "right-pill" : "center-pill";
  }
}
