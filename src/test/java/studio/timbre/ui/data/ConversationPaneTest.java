package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.MessageParts;
import studio.timbre.app.ToolTalk;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** The conversation pane, with everything that a training line may hold, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class ConversationPaneTest {
  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @AfterEach
  void closeWindow() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private static String picture() throws Exception {
    var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 20; y++) {
        image.setRGB(x, y, x < 20 ? 0xd97706 : 0x2563eb);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static Conversation everything() throws Exception {
    return ConversationJson.parse(
        """
        {"messages":[
          {"role":"system","content":"Warm and brief.","cache_control":{"type":"ephemeral"}},
          {"role":"user","name":"ann","content":[
            {"type":"text","text":"Is this my cup?"},
            {"type":"image_url","image_url":{"url":"PICTURE","detail":"low"}},
            {"type":"image_url","image_url":{"url":"https://cups.example/blue.png"}}]},
          {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
            "function":{"name":"find_cup","arguments":"{\\"colour\\":\\"blue\\"}"}}]},
          {"role":"tool","tool_call_id":"call_1","content":"Shelf 4"},
          {"role":"assistant","content":"It is. It waits for you on shelf 4.","weight":0},
          {"role":"user","content":"How do I open your safe?"},
          {"role":"assistant","content":null,"refusal":"That stays with us."}],
         "tools":[{"type":"function","function":{"name":"find_cup","parameters":{"type":"object","properties":{"colour":{"type":"string"}}}}}],
         "parallel_tool_calls":false}
        """
            .replace("PICTURE", picture()));
  }

  private void open(Conversation... conversations) throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (var conversation : conversations) {
        session.add(conversation, Split.TRAINING, Optional.empty());
      }
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
    Snapshots.settle(() -> find("#message-0-role") != null);
  }

  private Conversation conversation(int index) {
    long id = window.session().ids(ConversationQuery.ALL)[index];
    return window.session().row(id).orElseThrow().conversation();
  }

  private Node find(String selector) {
    return window.shell().lookup(selector);
  }

  private <T extends Node> T get(String selector, Class<T> type) throws Exception {
    Snapshots.settle(() -> find(selector) != null);
    return Snapshots.onScreen(() -> type.cast(find(selector)));
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }

  private void fire(String selector) throws Exception {
    var button = get(selector, Button.class);
    Snapshots.onScreen(
        () -> {
          button.fire();
          return true;
        });
  }

  private void choose(String menu, String item) throws Exception {
    var button = get(menu, MenuButton.class);
    Snapshots.onScreen(
        () -> {
          MenuItem found =
              button.getItems().stream()
                  .filter(entry -> entry.getText() != null && entry.getText().startsWith(item))
                  .findFirst()
                  .orElseThrow();
          assertThat(found.isDisable()).as(item).isFalse();
          found.fire();
          return true;
        });
  }

  private void type(String area, String text, FxRobot robot) throws Exception {
    var node = get(area, TextArea.class);
    Snapshots.onScreen(
        () -> {
          node.requestFocus();
          node.setText(text);
          node.end();
          return true;
        });
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
  }

  @Test
  void lookingAtEverythingChangesNothing() throws Exception {
    var all = everything();
    open(all);
    settle(
        () ->
            find(".picture-frame .image-view") instanceof ImageView view
                && view.getImage() != null);
    assertThat(Snapshots.onScreen(() -> Unnamed.in(window.shell()))).isEmpty();
    Snapshots.onScreen(
        () -> {
          window.shell().go("check");
          return true;
        });
    settle(() -> find(".check-screen") != null);
    assertThat(conversation(0)).isEqualTo(all);
    assertThat(window.session().history(9)).hasSize(1);
  }

  @Test
  void theRoleOfNowIsMarkedAmongTheOthers() throws Exception {
    open(everything());
    var menu = get("#message-1-role", MenuButton.class);
    assertThat(marked(menu)).containsExactly("They say");
    choose("#message-1-role", "Developer instructions");
    settle(() -> conversation(0).messages().get(1).role().equals(Role.DEVELOPER));
    settle(() -> marked(menu).equals(List.of("Developer instructions")));
  }

  @Test
  void aMessageThatIsAddedIsInSight() throws Exception {
    open(everything());
    fire("#conversation-add-assistant");
    settle(() -> find("#message-7") instanceof TextArea area && area.isFocused());
    settle(
        () -> {
          var area = find("#message-7");
          var pane = find(".chat-scroll");
          double end = area.localToScene(area.getLayoutBounds()).getMaxY();
          return end <= pane.localToScene(pane.getLayoutBounds()).getMaxY();
        });
  }

  private static List<String> marked(MenuButton menu) {
    return menu.getItems().stream()
        .filter(item -> item instanceof RadioMenuItem choice && choice.isSelected())
        .map(MenuItem::getText)
        .toList();
  }

  @Test
  void whatIsAddedToAMessageTakesTheKeyboard(FxRobot robot) throws Exception {
    open(everything());
    choose("#message-4-more", "Add words of refusal");
    settle(() -> find("#message-4-refusal") instanceof TextArea area && area.isFocused());
    robot.write("No");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> MessageParts.refusal(conversation(0).messages().get(4)).equals(Optional.of("No")));
    choose("#message-4-more", "Add a call of a tool");
    settle(() -> find("#message-4-call-0-name") instanceof Node name && name.isFocused());
  }

  @Test
  void aToolDefinitionIsCheckedAsItIsTyped(FxRobot robot) throws Exception {
    open(everything());
    var fold = get("#conversation-tools", ToggleButton.class);
    assertThat(fold.getText()).isEqualTo("1 tool");
    Snapshots.onScreen(
        () -> {
          fold.setSelected(true);
          return true;
        });
    var area = get("#tools-json", TextArea.class);
    String right = area.getText();
    type("#tools-json", right.replace("find_cup", "find cup"), robot);
    settle(() -> ((Label) find("#tools-json-fault")).getText().startsWith("Line 5, column"));
    assertThat(conversation(0).tools().orElseThrow()).contains("find_cup");
    type("#tools-json", right.replace("find_cup", "find_mug"), robot);
    settle(() -> conversation(0).tools().orElseThrow().contains("\"find_mug\""));
    settle(() -> !find("#tools-json-fault").isVisible());
  }

  @Test
  void aCallIsAddedNamedAndAnswered(FxRobot robot) throws Exception {
    open(Conversation.of(Message.of(Role.USER, "?"), Message.of(Role.ASSISTANT, "")));
    choose("#message-1-more", "Add a call of a tool");
    var name = get("#message-1-call-0-name", TextField.class);
    Snapshots.onScreen(
        () -> {
          name.setText("find_cup");
          name.fireEvent(new ActionEvent());
          return true;
        });
    settle(
        () ->
            ToolTalk.calls(conversation(0).messages().get(1)).stream()
                .anyMatch(call -> call.name().equals("find_cup")));
    type("#message-1-call-0-arguments", "{\"colour\": \"blue\"}", robot);
    settle(
        () ->
            ToolTalk.calls(conversation(0).messages().get(1)).stream()
                .anyMatch(call -> call.arguments().equals("{\"colour\":\"blue\"}")));
    fire(".call-piece .piece-foot .button");
    settle(() -> conversation(0).messages().size() == 3);
    var answers = get("#message-2-answers", MenuButton.class);
    assertThat(answers.getText()).isEqualTo("Result of find_cup (call_1)");
  }

  @Test
  void aPictureComesFromAFileAndItsDetailIsChosen() throws Exception {
    open(Conversation.of(Message.of(Role.USER, "Look."), Message.of(Role.ASSISTANT, "Nice.")));
    var file = folder.resolve("cup.png");
    Files.write(file, Base64.getDecoder().decode(picture().substring(picture().indexOf(',') + 1)));
    window.answerWith(file);
    choose("#message-0-more", "Add a picture from a file");
    settle(
        () ->
            find(".picture-frame .image-view") instanceof ImageView view
                && view.getImage() != null);
    choose("#message-0-detail-1", "High detail");
    settle(
        () ->
            ConversationJson.write(conversation(0))
                .contains("\"url\":\"" + picture() + "\",\"detail\":\"high\""));
    assertThat(conversation(0).question()).isEqualTo("Look.");
  }

  private static byte[] webp() throws IOException {
    try (var file = ConversationPaneTest.class.getResourceAsStream("/pictures/wide.webp")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  private static Conversation showing(String address) throws Exception {
    return ConversationJson.parse(
        """
        {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"ADDRESS"}}]}]}
        """
            .replace("ADDRESS", address));
  }

  private static String data(byte[] bytes) {
    return "data:image/webp;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private String facts() {
    return find(".picture-piece .small-text") instanceof Label facts ? facts.getText() : "";
  }

  @Test
  void aWebpPictureIsDrawnFromItsData() throws Exception {
    open(showing(data(webp())));
    settle(
        () ->
            find(".picture-frame .image-view") instanceof ImageView view
                && view.getImage() != null
                && view.getImage().getWidth() > 3 * view.getImage().getHeight());
    assertThat(Snapshots.onScreen(this::facts)).isEqualTo("WEBP, 1 kB");
  }

  @Test
  void aBrokenWebpPictureIsSaidToBeBroken() throws Exception {
    open(showing(data(Arrays.copyOf(webp(), 400))));
    settle(() -> facts().matches("WEBP, .*The file is broken or cut off.*"));
    assertThat(Snapshots.onScreen(() -> find(".picture-frame").isVisible())).isFalse();
  }

  @Test
  void aWebpPictureIsFetchedFromItsAddressWhenAsked() throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    byte[] bytes = webp();
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      open(showing("http://127.0.0.1:" + server.getAddress().getPort() + "/cup.webp"));
      var fetch = get(".picture-piece .piece-foot .button", Button.class);
      Snapshots.onScreen(
          () -> {
            fetch.fire();
            return true;
          });
      settle(() -> facts().equals("WEBP, 1 kB"));
      settle(() -> find(".picture-frame").isVisible());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nothingIsFetchedUnasked() throws Exception {
    open(everything());
    var fetch = get(".picture-piece .piece-foot .button", Button.class);
    assertThat(fetch.getText()).isEqualTo("Fetch it from cups.example");
    assertThat(fetch.getAccessibleHelp()).startsWith("Nothing is fetched until you press this");
  }

  @Test
  void turnsAreAddedSplitAndMergedWithTheKeyboard(FxRobot robot) throws Exception {
    open(Conversation.of(Message.of(Role.USER, "Hello. It left.")));
    var text = get("#message-0", TextArea.class);
    Snapshots.onScreen(
        () -> {
          text.requestFocus();
          text.positionCaret(6);
          return true;
        });
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.ENTER)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    settle(
        () ->
            conversation(0)
                .equals(
                    Conversation.of(
                        Message.of(Role.USER, "Hello."), Message.of(Role.ASSISTANT, "It left."))));
    settle(() -> find("#message-1") != null && find("#message-1").isFocused());
    robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    settle(() -> conversation(0).messages().size() == 3);
    settle(() -> find("#message-2").isFocused());
    robot.write("Thanks.");
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.BACK_SPACE)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    settle(
        () ->
            conversation(0)
                .equals(
                    Conversation.of(
                        Message.of(Role.USER, "Hello."),
                        Message.of(Role.ASSISTANT, "It left.\nThanks."))));
  }

  @Test
  void aStretchBecomesAConversationOfItsOwn(FxRobot robot) throws Exception {
    open(everything());
    var grip = get("#message-4-grip", Button.class);
    Snapshots.onScreen(
        () -> {
          grip.requestFocus();
          return true;
        });
    robot.type(KeyCode.SPACE);
    var last = get("#message-6-grip", Button.class);
    Snapshots.onScreen(
        () -> {
          last.requestFocus();
          return true;
        });
    robot.press(KeyCode.SHIFT).type(KeyCode.SPACE).release(KeyCode.SHIFT);
    fire("#stretch-take");
    settle(() -> window.session().ids(ConversationQuery.ALL).length == 2);
    assertThat(conversation(1).messages()).isEqualTo(everything().messages().subList(4, 7));
    assertThat(conversation(0)).isEqualTo(everything());
  }

  @Test
  void anAnswerIsRewrittenAndTheOldOneKeptAsRejected(FxRobot robot) throws Exception {
    open(Conversation.of(Message.of(Role.USER, "?"), Message.of(Role.ASSISTANT, "Bad.")));
    type("#message-1", "Good.", robot);
    settle(() -> conversation(0).answer().equals("Good."));
    choose("#message-1-more", "Keep the old answer");
    settle(() -> conversation(0).isPair());
    assertThat(conversation(0).rejected())
        .contains("[{\"role\":\"assistant\",\"content\":\"Bad.\"}]");
    type("#rejected-0", "Worse.", robot);
    settle(() -> conversation(0).rejected().orElseThrow().contains("Worse."));
    fire("#pair-swap");
    settle(() -> conversation(0).answer().equals("Worse."));
    choose("#pair-useRejected", "Add an ordinary example");
    settle(() -> window.session().ids(ConversationQuery.ALL).length == 2);
    assertThat(conversation(1).answer()).isEqualTo("Good.");
    choose("#pair-usePreferred", "Turn this pair");
    settle(() -> !conversation(0).isPair());
    settle(() -> find(".pair-row") == null && find("#message-1") != null);
  }

  @Test
  void whatIsWrittenIsTakenBackAsTheProjectTakesItBack(FxRobot robot) throws Exception {
    open(Conversation.of(Message.of(Role.USER, "?"), Message.of(Role.ASSISTANT, "Bad.")));
    var answer = get("#message-1", TextArea.class);
    Snapshots.onScreen(
        () -> {
          Keyboard.give(answer);
          answer.end();
          return true;
        });
    settle(answer::isFocused);
    robot.write(" Worse.");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> conversation(0).answer().equals("Bad. Worse."));
    assertThat(answer.getCaretPosition()).isEqualTo("Bad. Worse.".length());
    choose("#message-1-more", "Keep the old answer");
    settle(() -> conversation(0).isPair() && answer.isFocused());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    settle(() -> !conversation(0).isPair());
    assertThat(conversation(0).answer()).isEqualTo("Bad. Worse.");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    settle(() -> conversation(0).answer().equals("Bad."));
  }

  @Test
  void whatIsDraggedToTheEdgeScrollsTheMessages() throws Exception {
    open(
        Conversation.of(
            IntStream.range(0, 30)
                .mapToObj(i -> Message.of(i % 2 == 0 ? Role.USER : Role.ASSISTANT, "Words " + i))
                .toArray(Message[]::new)));
    settle(() -> find("#message-29-role") != null);
    var pane = get(".chat-scroll", ScrollPane.class);
    // Behind the pane the screen asks what is dragged, and here there is nothing.
    Snapshots.onScreen(
        () -> {
          pane.setOnDragOver(DragEvent::consume);
          return true;
        });
    onScreenDrag(pane, DragEvent.DRAG_OVER, pane.getHeight() - 4);
    settle(() -> pane.getVvalue() == 1);
    onScreenDrag(pane, DragEvent.DRAG_OVER, pane.getHeight() / 2);
    onScreenDrag(pane, DragEvent.DRAG_OVER, 4);
    settle(() -> pane.getVvalue() == 0);
    onScreenDrag(pane, DragEvent.DRAG_EXITED, 4);
  }

  private static void onScreenDrag(ScrollPane pane, EventType<DragEvent> what, double y)
      throws Exception {
    Snapshots.onScreen(
        () -> {
          var at = pane.localToScene(20, y);
          pane.fireEvent(
              new DragEvent(
                  pane, pane, what, null, at.getX(), at.getY(), 0, 0, null, null, null, null));
          return true;
        });
  }

  @Test
  void theSelectedConversationsAreMergedInTheirOrder(FxRobot robot) throws Exception {
    open(
        Conversation.of(Message.of(Role.USER, "1"), Message.of(Role.ASSISTANT, "2")),
        Conversation.of(Message.of(Role.USER, "3"), Message.of(Role.ASSISTANT, "4")));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    var selected = get("#sheet-selected", MenuButton.class);
    settle(() -> selected.getText().startsWith("2 "));
    Snapshots.onScreen(
        () -> {
          selected.show();
          return true;
        });
    choose("#sheet-selected", "Merge the selected");
    settle(() -> window.session().ids(ConversationQuery.ALL).length == 1);
    assertThat(conversation(0).messages().stream().map(Message::text))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void aWrongWordIsUnderlinedPutRightAndLearned(FxRobot robot) throws Exception {
    open(
        Conversation.of(
            Message.of(Role.USER, "I recieved it. I want to know what it is."),
            Message.of(Role.ASSISTANT, "It is in the milkster.")));
    settle(() -> underlined("#message-0") == 1);
    settle(() -> underlined("#message-1") == 1);
    var question = get("#message-0", TextArea.class);
    Snapshots.onScreen(
        () -> {
          Keyboard.give(question);
          question.positionCaret(4);
          return true;
        });
    settle(question::isFocused);
    robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    settle(() -> suggestion("received").isPresent());
    Snapshots.onScreen(
        () -> {
          suggestion("received").orElseThrow().fire();
          return true;
        });
    settle(() -> question.getText().startsWith("I received it.") && underlined("#message-0") == 0);
    menuAt(get("#message-1", TextArea.class), 18);
    settle(() -> suggestion("Add \"milkster\"").isPresent());
    Snapshots.onScreen(
        () -> {
          suggestion("Add \"milkster\"").orElseThrow().fire();
          return true;
        });
    settle(() -> underlined("#message-1") == 0);
    assertThat(window.session().setting("spelling.words")).contains("milkster");
    type("#message-1", "It is teh one.", robot);
    settle(() -> underlined("#message-1") == 1);
    Snapshots.write("pane-spelling", Theme.LIGHT, Locale.ENGLISH, window.shell().getScene());
    menuAt(get("#message-1", TextArea.class), 7);
    settle(() -> suggestion("Stop checking").isPresent());
    Snapshots.onScreen(
        () -> {
          suggestion("Stop checking").orElseThrow().fire();
          return true;
        });
    settle(() -> underlined("#message-1") == 0);
    assertThat(window.timbre().preferences().checksSpelling()).isFalse();
  }

  private int underlined(String area) {
    return (int)
        window.shell().lookupAll(area + " .misspelled").stream().filter(Node::isVisible).count();
  }

  private void menuAt(TextArea area, int index) throws Exception {
    Snapshots.onScreen(
        () -> {
          area.requestFocus();
          area.positionCaret(index);
          area.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 300, 300, true, null));
          return true;
        });
  }

  private static Optional<MenuItem> suggestion(String text) {
    return javafx.stage.Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .filter(item -> item.getText() != null && item.getText().startsWith(text))
        .findFirst();
  }

  @Test
  void textsOfAllScriptsAreShownInTheirDirection() throws Exception {
    open(
        Conversation.of(
            Message.of(
                Role.USER, "مرحبا، أين طلبي رقم 42؟ شكرا جزيلا على المساعدة وأتمنى لكم يوما سعيدا"),
            Message.of(Role.ASSISTANT, "שלום, ההזמנה שלך (ABC-7) בדרך אליך ותגיע אליך מחר בבוקר."),
            Message.of(Role.USER, "注文はどこですか。ありがとうございます。"),
            Message.of(Role.ASSISTANT, "您的订单已于星期一发货。"),
            Message.of(Role.USER, "คำสั่งซื้อของฉันอยู่ที่ไหน"),
            Message.of(Role.ASSISTANT, "It is here 😀👩‍👩‍👧 🇧🇷 ok")));
    settle(() -> find("#message-5") != null);
    for (int i = 0; i < 6; i++) {
      var area = get("#message-" + i, TextArea.class);
      assertThat(area.getEffectiveNodeOrientation())
          .isEqualTo(i < 2 ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    }
    Snapshots.write("pane-scripts", Theme.LIGHT, Locale.ENGLISH, window.shell().getScene());
  }

  @Test
  void backspaceAndArrowsStepOverWholeEmoji(FxRobot robot) throws Exception {
    open(Conversation.of(Message.of(Role.USER, "ab😀"), Message.of(Role.ASSISTANT, "x")));
    var text = get("#message-0", TextArea.class);
    Snapshots.onScreen(
        () -> {
          text.requestFocus();
          text.end();
          return true;
        });
    robot.type(KeyCode.LEFT);
    assertThat(Snapshots.onScreen(text::getCaretPosition)).isEqualTo(2);
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.BACK_SPACE);
    settle(() -> text.getText().equals("ab"));
  }

  @Test
  void picturesOfThePane() throws Exception {
    open(everything());
    draw(
        "pane",
        () -> {
          if (find("#conversation-tools") instanceof ToggleButton fold) {
            fold.setSelected(true);
          }
          return find("#tools-json") != null
              && find(".picture-frame .image-view") instanceof ImageView view
              && view.getImage() != null;
        });
  }

  @Test
  void picturesOfAPair() throws Exception {
    open(
        everything()
            .withMessages(everything().messages().subList(0, 5))
            .withExtra(
                Conversation.REJECTED,
                Optional.of("[{\"role\":\"assistant\",\"content\":\"No idea, sorry.\"}]")));
    draw("pane-pair", () -> find("#rejected-0") != null);
  }

  private void draw(String name, Callable<Boolean> ready) throws Exception {
    for (Locale language : Texts.LANGUAGES) {
      var scene = Snapshots.onScreen(() -> new Scene(window.build(Texts.of(language)), 1000, 1700));
      for (var theme : Theme.values()) {
        Snapshots.onScreen(
            () -> {
              theme.apply(scene);
              return layOut(scene.getRoot());
            });
        settle(() -> layOut(scene.getRoot()) && find("#message-4-role") != null && ready.call());
        Snapshots.onScreen(() -> layOut(scene.getRoot()));
        Snapshots.write(name, theme, language, scene);
      }
      assertThat(Snapshots.onScreen(() -> CutTexts.in(scene.getRoot()))).isEmpty();
      assertThat(Snapshots.onScreen(() -> Unnamed.in(scene.getRoot()))).isEmpty();
    }
  }

  private static boolean layOut(Parent root) {
    root.applyCss();
    root.layout();
    return true;
  }
}
