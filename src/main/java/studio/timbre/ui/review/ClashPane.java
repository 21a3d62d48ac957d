package studio.timbre.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import studio.timbre.app.history.TakeBack;
import studio.timbre.ui.fx.Texts;

/** Where a change was altered again later: the person decides piece by piece what is to stand. */
final class ClashPane extends VBox {

  /** @param decided told which pieces are put back, once all of them are decided */
  ClashPane(Texts texts, TakeBack plan, Consumer<IntPredicate> decided) {
    setId("clashes");
    getStyleClass().add("column-8");
    var why = new Label(texts.get("clash.why"));
    why.setWrapText(true);
    getChildren().add(why);
    List<ToggleGroup> groups = new ArrayList<>();
    List<RadioButton> putBacks = new ArrayList<>();
    var act = new Button(texts.get("clash.act"));
    act.setId("clash-act");
    act.setDisable(true);
    for (var clash : plan.clashes()) {
      var group = new ToggleGroup();
      groups.add(group);
      var name = new Label(ChangeWords.field(texts, clash.name()));
      name.getStyleClass().add("strong");
      var keep = choice(group, texts.get("clash.keep"));
      keep.getStyleClass().add("clash-keep");
      var back = choice(group, texts.get("clash.putBack"));
      back.getStyleClass().add("clash-back");
      putBacks.add(back);
      group
          .selectedToggleProperty()
          .subscribe(
              chosen ->
                  act.setDisable(
                      groups.stream().anyMatch(each -> each.getSelectedToggle() == null)));
      var box =
          new VBox(
              name,
              keep,
              text(texts, clash.name(), clash.now()),
              back,
              text(texts, clash.name(), clash.before()));
      box.getStyleClass().addAll("column-4", "diff-message");
      getChildren().add(box);
    }
    act.setOnAction(event -> decided.accept(index -> putBacks.get(index).isSelected()));
    getChildren().add(act);
  }

  private static RadioButton choice(ToggleGroup group, String name) {
    var button = new RadioButton(name);
    button.setToggleGroup(group);
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    return button;
  }

  private static Node text(Texts texts, String name, String value) {
    String worded = ChangeWords.value(texts, name, value);
    var label = new Label(worded.isEmpty() ? texts.get("clash.empty") : worded);
    label.setWrapText(true);
    label.getStyleClass().addAll("small-text", "clash-text");
    return label;
  }
}
