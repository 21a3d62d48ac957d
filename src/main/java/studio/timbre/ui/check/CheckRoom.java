package studio.timbre.ui.check;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.voice.VoiceView;

/** The room of checks: problems that anybody would mend, and the voice that only the team can judge. */
public final class CheckRoom implements Screen {
  private final CheckView problems;
  private final VoiceView voice;
  private final ToggleButton toProblems;
  private final ToggleButton toVoice;
  private final BorderPane node = new BorderPane();
  private final Action open;
  private boolean seen;

  public CheckRoom(Desk desk, OpenProject project) {
    var texts = desk.texts();
    problems = new CheckView(desk, project);
    voice = new VoiceView(desk, project);
    var tabs = new ToggleGroup();
    toProblems = tab(texts, "check-tab-problems", "check.tab.problems", "left-pill", tabs);
    toVoice = tab(texts, "check-tab-voice", "check.tab.voice", "right-pill", tabs);
    toProblems.setSelected(true);
    var line = new HBox(toProblems, toVoice);
    line.setAccessibleText(texts.get("check.tabs"));
    line.getStyleClass().add("check-tabs");
    node.setTop(line);
    node.setCenter(problems.node());
    node.getStyleClass().add("screen");
    toVoice.selectedProperty().subscribe((before, now) -> turn());
    open = Action.of("check.voice", texts.get("voice.open"), this::openVoice).withIcon(Icon.CHECK);
  }

  private static ToggleButton tab(
      Texts texts, String id, String key, String pill, ToggleGroup tabs) {
    var tab = new ToggleButton(texts.get(key));
    tab.setId(id);
    tab.setMnemonicParsing(false);
    tab.getStyleClass().addAll("small", pill);
    tab.setToggleGroup(tabs);
    // One of them is always chosen.
    tab.setOnAction(event -> tab.setSelected(true));
    return tab;
  }

  private void openVoice() {
    toVoice.setSelected(true);
    Keyboard.give(toVoice);
  }

  private void turn() {
    boolean toTheVoice = toVoice.isSelected();
    // A second press lets go of a tab for a moment.
    if (!toTheVoice && !toProblems.isSelected()) {
      return;
    }
    Screen next = toTheVoice ? voice : problems;
    if (node.getCenter() != next.node()) {
      if (seen) {
        (toTheVoice ? problems : voice).hidden();
        next.shown();
      }
      node.setCenter(next.node());
    }
  }

  private Screen current() {
    return node.getCenter() == voice.node() ? voice : problems;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    seen = true;
    current().shown();
  }

  @Override
  public void hidden() {
    seen = false;
    current().hidden();
  }

  @Override
  public List<Action> actions() {
    return Stream.concat(Stream.of(open), current().actions().stream()).toList();
  }

  @Override
  public void close() {
    problems.close();
    voice.close();
  }
}
