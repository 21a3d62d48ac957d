package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.packs.MadeClashes;
import studio.timbre.ui.shell.Window;

/**
 * A walk through everything that can come up on the Data screen, with the ears of a screen reader: each control that can have the
 * keyboard has a name, each cell and each entry of a menu says something.
 */
@ExtendWith(ApplicationExtension.class)
class ScreenReaderTest {
  @TempDir Path folder;
  private final List<String> silent = new ArrayList<>();
  private Window window;
  private Path pack;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.timbre().preferences().setName("Ana");
    window.show(stage);
  }

  @BeforeEach
  void open() throws Exception {
    pack = folder.resolve("voice – for Ana.timbre");
    var file = folder.resolve("voice.timbre");
    MadeClashes.make(window.timbre(), file, pack);
    try (var session = window.timbre().open(file)) {
      session.add(everything(), Split.TRAINING, Optional.empty());
      session.write(
          "tag",
          pen -> {
            var first = pen.find(1).orElseThrow();
            var review = first.review().withRating(4).withTags(List.of("tone")).withAssignee("Ana");
            pen.put(1, first.withReview(review));
            return 1;
          });
      session.versions().name("Before the summer");
      session.replace(Map.of(2L, talk("You can, of course.")));
      session.replace(Map.of(2L, talk("You can, of course, at no cost.")));
    }
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> isShown(".bubble"));
  }

  private static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.SYSTEM, "Brief."),
        Message.of(Role.USER, "Can I get oat milk?"),
        Message.of(Role.ASSISTANT, answer));
  }

  /** A line with every kind of message, part and key. */
  private static Conversation everything() throws Exception {
    return ConversationJson.parse(
        """
        {"messages":[
          {"role":"developer","content":"Warm and brief.","cache_control":{"type":"ephemeral"}},
          {"role":"user","name":"ann","content":[
            {"type":"text","text":"Is this my cup?"},
            {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"low"}},
            {"type":"image_url","image_url":{"url":"https://cups.example/blue.png"}},
            {"type":"input_audio","input_audio":{"data":"AAAA"}}]},
          {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
            "function":{"name":"find_cup","arguments":"{\\"colour\\":\\"blue\\"}"}}]},
          {"role":"tool","tool_call_id":"call_1","content":"Shelf 4"},
          {"role":"assistant","content":null,"function_call":{"name":"find_mug","arguments":"{}"}},
          {"role":"function","name":"find_mug","content":"Shelf 5"},
          {"role":"narrator","content":"Time goes by."},
          {"role":"assistant","content":[{"type":"refusal","refusal":"Not now."}]},
          {"role":"assistant","content":null,"refusal":"That stays with us.","weight":0},
          {"role":"assistant","content":""}],
         "tools":[{"type":"function","function":{"name":"find_cup"}}],
         "parallel_tool_calls":false,
         "non_preferred_output":[{"role":"assistant","content":"No idea.","x":1}]}
        """);
  }

  @AfterEach
  void close() throws Exception {
    onScreen(window::close);
  }

  @Test
  void theTableItsEditorItsMenusAndItsFrozenColumns(FxRobot robot) throws Exception {
    listen("table");
    for (var kind : TableColumnKind.values()) {
      choose("#sheet-view", "show-" + kind);
    }
    choose("#sheet-view", "frozen-2");
    settle(() -> isShown("#frozen-columns"));
    listen("frozen columns");
    onScreen(() -> find("#conversations").requestFocus());
    settle(() -> find("#conversations").isFocused());
    robot.type(KeyCode.RIGHT, 2);
    robot.type(KeyCode.F2);
    settle(() -> isShown("#cell-editor"));
    listen("cell editor");
    robot.type(KeyCode.ESCAPE);
    listenToMenus("menus of the table");
    nothingWasSilent();
  }

  @Test
  void whatComesUpAboveTheTable(FxRobot robot) throws Exception {
    act("data.filter.open");
    settle(() -> isShown("#filter-pane") && !list("#filter-groups").getItems().isEmpty());
    for (int group = 0; group < list("#filter-groups").getItems().size(); group++) {
      int chosen = group;
      onScreen(() -> list("#filter-groups").getSelectionModel().select(chosen));
      settle(() -> isShown("#filter-choices"));
      listen("filter " + group);
    }
    robot.type(KeyCode.ESCAPE);
    act("data.view.save");
    act("data.replace");
    settle(() -> isShown("#replace-find"));
    onScreen(() -> ((TextField) find("#replace-find")).setText("e"));
    fire("#replace-look");
    settle(() -> isShown("#replace-list") && isShown("#replace-list .words-gone"));
    listen("replace");
    onScreen(() -> find("#replace-find").requestFocus());
    settle(() -> find("#replace-find").isFocused());
    robot.type(KeyCode.ESCAPE);
    onScreen(
        () -> {
          var content = new ClipboardContent();
          content.putString("Status\tInput\tOutput\tTags\nperfect\tWhere?\tHere.\twarm");
          Clipboard.getSystemClipboard().setContent(content);
        });
    act("data.paste");
    settle(() -> isShown("#paste-make"));
    listen("paste");
    listenToMenus("menus of the paste");
    robot.type(KeyCode.ESCAPE);
    act("data.export");
    settle(() -> isShown("#data-export-TRAINING"));
    listen("export");
    robot.type(KeyCode.ESCAPE);
    choose("#sheet-selected", "bulk-SELECTED-TAG");
    settle(() -> isShown("#bulk-word"));
    listen("bulk question");
    robot.type(KeyCode.ESCAPE);
    act("pastActs.show");
    settle(() -> isShown("#history-list") && !list("#history-list").getItems().isEmpty());
    listen("past acts");
    nothingWasSilent();
  }

  @Test
  void anImportAndWhatItRefused() throws Exception {
    var file = folder.resolve("in.jsonl");
    Files.writeString(file, "not a conversation\n{\"messages\": 7}\n");
    window.answerWith(file);
    act("data.import");
    settle(() -> isShown("#import-training"));
    listen("import");
    fire("#import-training");
    settle(() -> isShown("#import-refused"));
    listen("refused lines");
    nothingWasSilent();
  }

  @Test
  void historiesVersionsAndTheQueue(FxRobot robot) throws Exception {
    onScreen(() -> find("#conversations").requestFocus());
    settle(() -> find("#conversations").isFocused());
    robot.type(KeyCode.DOWN);
    press("#side-history");
    settle(() -> window.shell().lookupAll(".take-back").size() > 1);
    listen("history of a conversation");
    onScreen(() -> ((Button) window.shell().lookupAll(".take-back").toArray()[1]).fire());
    settle(() -> isShown("#clashes"));
    listen("clashes of a change");
    press("#side-versions");
    settle(() -> isShown(".version-compare"));
    listen("versions");
    fire(".version-compare");
    settle(() -> isShown("#comparison") && isShown("#comparison .diff"));
    listen("comparison");
    act("review.mode");
    settle(() -> isShown("#review-legend"));
    listen("queue");
    listenToMenus("menus of the queue");
    nothingWasSilent();
  }

  @Test
  void packsAndTheirMerge() throws Exception {
    act("data.pack");
    settle(() -> isShown("#pack-recipient"));
    listen("pack");
    window.answerWith(pack);
    act("data.bringBack");
    settle(() -> isShown(".clash-card") && !list("#merge-entries").getItems().isEmpty());
    listen("merge");
    for (int entry = 0; entry < list("#merge-entries").getItems().size(); entry++) {
      int chosen = entry;
      onScreen(() -> list("#merge-entries").getSelectionModel().select(chosen));
      listen("merge " + entry);
    }
    nothingWasSilent();
  }

  @Test
  void aConversationWithEverything(FxRobot robot) throws Exception {
    onScreen(() -> find("#conversations").requestFocus());
    settle(() -> find("#conversations").isFocused());
    robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
    settle(() -> isShown("#rejected-0"));
    onScreen(
        () ->
            window.shell().lookupAll(".fold-button").stream()
                .map(ToggleButton.class::cast)
                .forEach(fold -> fold.setSelected(true)));
    settle(() -> isShown("#tools-json"));
    listen("conversation");
    listenToMenus("menus of a conversation");
    choose("#message-1-more", "", "Add a picture by its address");
    choose("#message-9-more", "", "Add a name of the speaker");
    settle(() -> isShown("#message-9-name") && seen(".address-line"));
    listen("address and name");
    onScreen(() -> ((Button) find(".grip")).fire());
    settle(() -> isShown("#stretch-take"));
    listen("picked out");
    nothingWasSilent();
  }

  private void listen(String where) throws Exception {
    Snapshots.onScreen(
        () -> {
          window.shell().applyCss();
          window.shell().layout();
          Unnamed.in(window.shell()).forEach(node -> silent.add(where + ": " + node));
          Unnamed.silentParts(window.shell()).forEach(node -> silent.add(where + ": " + node));
          return true;
        });
  }

  /** Opens every menu that is in sight. */
  private void listenToMenus(String where) throws Exception {
    Snapshots.onScreen(
        () -> {
          for (var node : window.shell().lookupAll(".menu-button")) {
            if (node instanceof MenuButton menu && menu.isVisible() && !menu.isDisabled()) {
              menu.show();
              Unnamed.silentParts(window.shell()).forEach(item -> silent.add(where + ": " + item));
              menu.hide();
            }
          }
          return true;
        });
  }

  private void nothingWasSilent() {
    assertThat(silent).isEmpty();
  }

  private void act(String id) throws Exception {
    onScreen(() -> window.shell().go("data", id));
  }

  private void press(String selector) throws Exception {
    settle(() -> find(selector) instanceof ToggleButton);
    onScreen(() -> ((ToggleButton) find(selector)).setSelected(true));
  }

  private void fire(String selector) throws Exception {
    settle(() -> find(selector) instanceof Button button && !button.isDisabled());
    onScreen(() -> ((Button) find(selector)).fire());
  }

  private void choose(String menu, String id) throws Exception {
    choose(menu, id, "");
  }

  /** An entry of a menu, by its id or its words. */
  private void choose(String menu, String id, String words) throws Exception {
    settle(() -> find(menu) instanceof MenuButton);
    onScreen(
        () -> {
          var button = (MenuButton) find(menu);
          button.show();
          all(button.getItems()).stream()
              .filter(
                  item ->
                      id.isEmpty()
                          ? item.getText() != null && item.getText().startsWith(words)
                          : id.equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          button.hide();
        });
  }

  private static List<MenuItem> all(List<MenuItem> items) {
    var found = new ArrayList<MenuItem>();
    for (var item : items) {
      found.add(item);
      if (item instanceof Menu inner) {
        found.addAll(all(inner.getItems()));
      }
    }
    return found;
  }

  private boolean isShown(String selector) {
    return find(selector) instanceof Node node && node.isVisible();
  }

  private boolean seen(String kind) {
    return window.shell().lookupAll(kind).stream().anyMatch(Node::isVisible);
  }

  private Node find(String selector) {
    return window.shell().lookup(selector);
  }

  private ListView<?> list(String selector) {
    return (ListView<?>) find(selector);
  }

  private static void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }
}
