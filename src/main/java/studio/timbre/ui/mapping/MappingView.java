package studio.timbre.ui.mapping;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.Split;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** What the columns of a table mean: the columns with their choices on the left, what would come of it on the right. */
public final class MappingView extends BorderPane {
  private static final double LEFT_SHARE = 0.56;
  private static final int LINES = 4;

  private final MappingViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Label told = new Label();
  private final Button anew;
  private final ReadingRow reading;
  private final ColumnList columns;
  private final SpeakerList speakers;
  private final Map<TableShape, RadioButton> shapes = new EnumMap<>(TableShape.class);
  private final Map<Split, RadioButton> splits = new EnumMap<>(Split.class);
  private final Label splitTold = new Label();
  private final GrowingTextArea system = new GrowingTextArea(LINES);
  private final MappingFoot foot;
  private final ScrollPane left;
  private boolean showing;

  public MappingView(MappingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("mapping");
    getStyleClass().add("mapping-view");
    reading = new ReadingRow(model, texts);
    columns = new ColumnList(model, texts);
    speakers = new SpeakerList(model, texts);
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    told.setId("mapping-told");
    told.setWrapText(true);
    told.getStyleClass().add("muted");
    anew = MappingFoot.button(texts, "mapping.guessAnew", model::guessAnew, "mapping-guess-anew");
    foot = new MappingFoot(model, texts);
    system.setId("mapping-system");
    system.setPromptText(texts.get("mapping.system.prompt"));
    system.setAccessibleText(texts.get("mapping.system"));
    system
        .textProperty()
        .subscribe(
            text -> {
              if (!showing) {
                model.system(text);
              }
            });
    left = new ScrollPane(choices());
    left.setFitToWidth(true);
    left.getStyleClass().add("plain-scroll");
    var both = new SplitPane(left, new PreviewPane(model.previewing(), texts));
    both.setDividerPositions(LEFT_SHARE);
    setTop(head());
    setCenter(both);
    setBottom(foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.step().subscribe(step -> step.ifPresent(this::show));
    model.previewing().state().subscribe(state -> figures());
    model.split().subscribe(now -> splits.get(now).setSelected(true));
  }

  /** Puts the keyboard on the first choice. */
  public void takeFocus() {
    applyCss();
    layout();
    Optional.ofNullable(lookup("#mapping-column-0")).ifPresent(Keyboard::give);
  }

  private Node head() {
    var words = new VBox(title, told);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    anew.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(words, anew);
    row.getStyleClass().addAll("row-8", "mapping-head");
    return row;
  }

  private Node choices() {
    var box =
        new VBox(
            reading,
            part("mapping.shape"),
            shapes(),
            part("mapping.columns"),
            columns,
            speakers,
            part("mapping.system"),
            system,
            part("mapping.split"),
            splits(),
            splitTold);
    splitTold.setWrapText(true);
    splitTold.getStyleClass().add("muted");
    splitTold.setText(texts.get("mapping.split.told"));
    box.getStyleClass().add("mapping-choosing");
    return box;
  }

  private Label part(String key) {
    var label = new Label(texts.get(key));
    label.getStyleClass().add("strong");
    return label;
  }

  private FlowPane shapes() {
    var group = new ToggleGroup();
    var flow = new FlowPane();
    flow.getStyleClass().add("mapping-choices");
    for (var shape : TableShape.values()) {
      var choice = radio("mapping.shape." + shape, "mapping-shape-" + shape, group);
      choice
          .selectedProperty()
          .subscribe(
              chosen -> {
                if (chosen && !showing) {
                  model.shape(shape);
                }
              });
      shapes.put(shape, choice);
      flow.getChildren().add(choice);
    }
    return flow;
  }

  private FlowPane splits() {
    var group = new ToggleGroup();
    var flow = new FlowPane();
    flow.getStyleClass().add("mapping-choices");
    for (var split : Split.values()) {
      var choice = radio("mapping.split." + split, "mapping-split-" + split, group);
      choice
          .selectedProperty()
          .subscribe(
              chosen -> {
                if (chosen) {
                  model.split().set(split);
                }
              });
      splits.put(split, choice);
      flow.getChildren().add(choice);
    }
    return flow;
  }

  private RadioButton radio(String key, String id, ToggleGroup group) {
    var choice = new RadioButton(texts.get(key));
    choice.setId(id);
    choice.setToggleGroup(group);
    choice.setMnemonicParsing(false);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    return choice;
  }

  private void show(Step step) {
    showing = true;
    String name =
        step.pasted()
            ? texts.get("data.import.clipboard")
            : String.valueOf(step.file().getFileName());
    title.setText(texts.get("mapping.title", name));
    String files =
        step.tables().files().size() > 1
            ? " " + texts.get("mapping.sameFor", step.tables().files().size() - 1)
            : "";
    String place =
        step.kinds() > 1 ? texts.get("mapping.step", step.number(), step.kinds()) + " " : "";
    told.setText(
        place + texts.get(step.asLastTime() ? "mapping.asLastTime" : "mapping.guessed") + files);
    boolean canGuess = !step.mapping().equals(step.tables().look().guess());
    anew.setVisible(canGuess);
    anew.setManaged(canGuess);
    reading.show(step);
    columns.show(step);
    shapes.get(step.wanted()).setSelected(true);
    String text = step.mapping().system().orElse("");
    if (!system.getText().strip().equals(text.strip())) {
      system.setText(text);
    }
    boolean says = step.mapping().has(Use.SPLIT);
    splitTold.setVisible(says);
    splitTold.setManaged(says);
    showing = false;
    figures();
  }

  private void figures() {
    model
        .step()
        .get()
        .ifPresent(
            step -> {
              speakers.show(step, model.previewing().preview());
              foot.show(step);
            });
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      model.accept();
      event.consume();
    }
  }
}
