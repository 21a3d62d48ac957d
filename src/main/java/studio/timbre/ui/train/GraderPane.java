package studio.timbre.ui.train;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Writes a grader: its kind, and the texts of that kind, with the fields of the data to click into them. */
final class GraderPane extends VBox {
  private final GraderForm form;
  private final Texts texts;
  private final ObservableList<String> fields;
  private final VBox body = new VBox();
  private final FlowPane offered = new FlowPane();
  private final String id;
  private @Nullable TextInputControl lastUsed;

  /**
   * @param fields what templates can reach
   * @param kinds those that can be chosen here
   */
  GraderPane(
      GraderForm form,
      Texts texts,
      ObservableList<String> fields,
      List<GraderKind> kinds,
      String id) {
    this.form = form;
    this.texts = texts;
    this.fields = fields;
    this.id = id;
    getStyleClass().addAll("card-pane", "column-16");
    body.getStyleClass().add("column-16");
    offered.getStyleClass().add("wrapping-buttons");
    var kind =
        choice("kind", form.kind(), kinds, known -> texts.get(known.key()), "api.grader.kind");
    getChildren().addAll(line("api.grader.kind", kind), named(), body, offered);
    form.kind().subscribe(known -> build());
    fields.addListener((javafx.beans.Observable change) -> offerFields());
  }

  private Node named() {
    return line("api.grader.name", field("name", form.name(), "api.grader.name"));
  }

  private void build() {
    body.getChildren()
        .setAll(
            switch (form.kind().get()) {
              case STRING_CHECK ->
                  List.of(
                      area("input", form.input(), "api.grader.input"),
                      line(
                          "api.grader.operation",
                          choice(
                              "operation",
                              form.operation(),
                              List.of(studio.timbre.model.Grader.StringCheck.Operation.values()),
                              known -> texts.get("api.grader.operation." + known),
                              "api.grader.operation")),
                      area("reference", form.reference(), "api.grader.reference"));
              case TEXT_SIMILARITY ->
                  List.of(
                      area("input", form.input(), "api.grader.input"),
                      line(
                          "api.grader.metric",
                          choice(
                              "metric",
                              form.metric(),
                              List.of(studio.timbre.model.Grader.TextSimilarity.Metric.values()),
                              known -> known.name().toLowerCase(Locale.ROOT),
                              "api.grader.metric")),
                      area("reference", form.reference(), "api.grader.reference"));
              case SCORE_MODEL ->
                  List.of(
                      line("api.grader.judge", field("judge", form.judge(), "api.grader.judge")),
                      area("instruction", form.instruction(), "api.grader.instruction"),
                      line("api.grader.low", field("low", form.low(), "api.grader.low")),
                      line("api.grader.high", field("high", form.high(), "api.grader.high")));
              case PYTHON ->
                  List.of(
                      area("source", form.source(), "api.grader.source"),
                      line("api.grader.image", field("image", form.image(), "api.grader.image")));
              case MULTI -> List.of(several());
            });
    offerFields();
  }

  private Node several() {
    var parts = new VBox();
    parts.getStyleClass().add("column-16");
    Runnable show =
        () ->
            parts
                .getChildren()
                .setAll(
                    form.parts().stream()
                        .map(
                            part ->
                                (Node)
                                    new GraderPane(
                                        part,
                                        texts,
                                        fields,
                                        List.of(
                                            GraderKind.STRING_CHECK,
                                            GraderKind.TEXT_SIMILARITY,
                                            GraderKind.SCORE_MODEL,
                                            GraderKind.PYTHON),
                                        id + "-" + form.parts().indexOf(part)))
                        .toList());
    form.parts().addListener((javafx.beans.Observable change) -> show.run());
    show.run();
    var add = new Button(texts.get("api.grader.addPart"), Icon.ADD.node());
    add.setId(id + "-add");
    add.setOnAction(event -> form.addPart());
    var help = new Label(texts.get("api.grader.formula.help"));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    var all =
        new VBox(
            parts,
            new FlowPane(add),
            line("api.grader.formula", field("formula", form.formula(), "api.grader.formula")),
            help);
    all.getStyleClass().add("column-8");
    return all;
  }

  private void offerFields() {
    boolean isTemplate =
        switch (form.kind().get()) {
          case STRING_CHECK, TEXT_SIMILARITY, SCORE_MODEL -> true;
          case PYTHON, MULTI -> false;
        };
    offered.getChildren().clear();
    offered.setVisible(isTemplate);
    offered.setManaged(isTemplate);
    if (!isTemplate) {
      return;
    }
    var words = new Label(texts.get("api.grader.fields"));
    words.getStyleClass().addAll("muted", "small-text");
    offered.getChildren().add(words);
    for (var field : fields) {
      var button = new Button(field);
      button.getStyleClass().addAll("small", "mono");
      button.setMnemonicParsing(false);
      button.setOnAction(event -> insert(field));
      offered.getChildren().add(button);
    }
  }

  private void insert(String field) {
    var target = lastUsed;
    if (target != null) {
      target.insertText(target.getCaretPosition(), field);
      Keyboard.give(target);
    }
  }

  private TextField field(String part, StringProperty text, String key) {
    var field = new TextField();
    field.setId(id + "-" + part);
    field.setAccessibleText(texts.get(key));
    field.setPrefColumnCount(24);
    field.setMaxWidth(USE_PREF_SIZE);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private Node area(String part, StringProperty text, String key) {
    var area = new TextArea();
    area.setId(id + "-" + part);
    area.setAccessibleText(texts.get(key));
    area.setPrefRowCount(part.equals("source") || part.equals("instruction") ? 6 : 2);
    area.setWrapText(true);
    area.getStyleClass().add("mono");
    area.textProperty().bindBidirectional(text);
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                lastUsed = area;
              }
            });
    return line(key, area);
  }

  private <T> ChoiceBox<T> choice(
      String part, ObjectProperty<T> value, List<T> all, Function<T, String> words, String key) {
    var box = new ChoiceBox<T>();
    box.setId(id + "-" + part);
    box.getItems().setAll(all);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T known) {
            return known == null ? "" : words.apply(known);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.valueProperty().bindBidirectional(value);
    box.setAccessibleText(texts.get(key));
    return box;
  }

  private Node line(String key, Node control) {
    var name = new Label(texts.get(key));
    name.setLabelFor(control);
    name.setWrapText(true);
    var both = new VBox(name, control);
    both.getStyleClass().add("column-4");
    return both;
  }
}
