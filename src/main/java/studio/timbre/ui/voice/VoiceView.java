package studio.timbre.ui.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.model.Range;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceWeight;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The voice guide: every rule a sentence with its controls, and how many conversations break it. */
public final class VoiceView implements Screen {
  /** Versions to go back to. */
  private static final int SHOWN = 20;

  private final Desk desk;
  private final Texts texts;
  private final VoiceViewModel model;
  private final ScrollPane node;
  private final Button learn = new Button();
  private final Button weakest;
  private final Action undo;
  private final Action redo;
  private final Label start;
  private final Menu history;
  private final List<RuleCard> cards = new ArrayList<>();
  private final Subscription typing;
  private final GuideFiles files;

  public VoiceView(Desk desk, OpenProject project) {
    this.desk = desk;
    this.texts = desk.texts();
    model = new VoiceViewModel(project, desk.work(), desk.notices()::failed, this::draftFound);
    files = new GuideFiles(desk, model);
    var title = new Label(texts.get("voice.title"));
    title.getStyleClass().add("screen-title");
    var text = muted(texts.get("voice.text"));
    start = muted(texts.get("voice.none"));
    start.setId("voice-start");
    learn.setId("voice-learn");
    learn.getStyleClass().add("accent");
    learn.setOnAction(event -> model.learning().begin());
    weakest = button("voice.weakest", "voice-weakest");
    weakest.setOnAction(event -> show(Range.ANY));
    undo =
        Action.of("voice.back", texts.get("voice.back"), this::undo)
            .withIcon(Icon.UNDO)
            .withShortcut("Shortcut+Z")
            .enabledWhen(model.figures().map(known -> known.past().before().isPresent()));
    history = new Menu(texts.get("voice.history"));
    history.setId("voice-history");
    redo =
        Action.of("voice.forth", texts.get("voice.forth"), this::redo)
            .withIcon(Icon.REDO)
            .withShortcut("Shortcut+Shift+Z")
            .enabledWhen(model.figures().map(known -> known.past().after().isPresent()));
    var acts = new FlowPane(learn, weakest, undo.button(), redo.iconButton(), more());
    acts.getStyleClass().add("wrapping-buttons");
    var rules = new VBox();
    rules.getStyleClass().add("column-16");
    for (var kind : VoiceKind.shown()) {
      var card = new RuleCard(kind, texts, new Acts());
      cards.add(card);
      rules.getChildren().add(card);
      if (kind == VoiceKind.DICTIONARY) {
        var words = new OwnWords(texts, model::setWords);
        card.add(words);
        model.words().subscribe(words::show);
      }
    }
    var column =
        new VBox(
            new VBox(title, text, start),
            acts,
            new StandingPane(model, texts, this::show),
            new LessonPane(model, texts, () -> desk.navigator().go("data")),
            rules);
    column.getStyleClass().addAll("column-16", "reading-column");
    // An empty guide would be a lie for the moment until the one of the project is read.
    column.visibleProperty().bind(model.known());
    var place = new StackPane(column);
    place.getStyleClass().addAll("pad-24", "top-center");
    node = new ScrollPane(place);
    node.setFitToWidth(true);
    node.getStyleClass().addAll("plain-scroll", "voice-screen");
    model.guide().subscribe(guide -> cards.forEach(card -> card.show(guide)));
    model.figures().subscribe(this::show);
    typing = TypedTexts.in(node, this::typed);
  }

  private void typed(TextInputControl field) {
    for (Node at = field; at != null; at = at.getParent()) {
      if (at instanceof RuleCard card) {
        card.typed().ifPresent(model::typing);
      }
    }
  }

  private void draftFound(VoiceRule rule) {
    desk.notices()
        .say(
            texts.get("voice.draft", texts.get("voice.rule." + rule.kind().key())),
            texts.get("common.undo"),
            this::undo);
  }

  private static Label muted(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  private Button button(String key, String id) {
    var button = new Button(texts.get(key));
    button.setId(id);
    return button;
  }

  private MenuButton more() {
    var in = new MenuItem(texts.get("voice.import"), Icon.IMPORT.node());
    in.setId("voice-import");
    in.setOnAction(event -> files.bringIn());
    var out = new MenuItem(texts.get("voice.export"), Icon.EXPORT.node());
    out.setId("voice-export");
    out.setOnAction(event -> files.writeOut());
    var more = new MenuButton(texts.get("voice.more"));
    more.setId("voice-more");
    more.getItems().addAll(in, out, new SeparatorMenuItem(), history);
    return more;
  }

  private void show(Figures figures) {
    learn.setText(texts.get("voice.learn", figures.approved()));
    var versions = figures.past().versions();
    weakest.setDisable(figures.scored() == 0);
    start.setText(
        versions.stream().findFirst().map(this::standing).orElse(texts.get("voice.none")));
    history.getItems().setAll(versions.stream().skip(1).limit(SHOWN).map(this::item).toList());
    if (history.getItems().isEmpty()) {
      var none = new MenuItem(texts.get("voice.history.none"));
      none.setDisable(true);
      history.getItems().add(none);
    }
    cards.forEach(card -> card.show(figures));
  }

  /** Where the guide comes from that is in force. */
  private String standing(GuideVersion version) {
    return version.origin() == Origin.LEARNED
        ? texts.get("voice.learned.start")
        : texts.get("voice.standing", words(version));
  }

  private String words(GuideVersion version) {
    return Stream.of(
            texts.dateTime(version.time()),
            texts.get("voice.origin." + version.origin()),
            version.who())
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private MenuItem item(GuideVersion version) {
    var item = new MenuItem(words(version));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> restore(version));
    return item;
  }

  private void undo() {
    model.figures().get().past().before().ifPresent(this::restore);
  }

  private void redo() {
    model.figures().get().past().after().ifPresent(this::restore);
  }

  private void restore(GuideVersion version) {
    var before = model.guide().get();
    // To go back to a version is undone by going back to the one before, so that both can be done
    // again.
    var inForce =
        model.figures().get().past().versions().stream()
            .findFirst()
            .filter(newest -> newest.guide().equals(before));
    model.restore(version);
    desk.notices()
        .say(
            version.guide().isEmpty()
                ? texts.get("voice.restored.none")
                : texts.get("voice.restored", texts.dateTime(version.time())),
            texts.get("common.undo"),
            () -> inForce.ifPresentOrElse(model::restore, () -> model.change(now -> before)));
  }

  private void show(Range scores) {
    model.show(scores);
    desk.navigator().go("data");
  }

  /** What cards can do. */
  private final class Acts implements RuleCard.Acts {
    @Override
    public void change(VoiceRule rule) {
      model.change(guide -> guide.with(rule));
    }

    @Override
    public void switchOff(VoiceKind kind) {
      Optional<VoiceRule> before = model.guide().get().rule(kind);
      model.change(guide -> guide.without(kind));
      before.ifPresent(
          rule ->
              desk.notices()
                  .say(
                      texts.get("voice.off", texts.get("voice.rule." + kind.key())),
                      texts.get("common.undo"),
                      () -> change(rule)));
    }

    @Override
    public void weigh(VoiceKind kind, VoiceWeight weight) {
      model.change(guide -> guide.withWeight(kind, weight));
    }

    @Override
    public void show(VoiceKind kind) {
      model.show(kind);
      desk.navigator().go("data");
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(undo, redo);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    model.setSeen(true);
  }

  @Override
  public void hidden() {
    // A text is taken over when the keyboard leaves it, and a window may close with the caret in
    // one.
    if (hasKeyboard()) {
      node.requestFocus();
    }
    model.setSeen(false);
  }

  private boolean hasKeyboard() {
    var at = node.getScene() == null ? null : (Node) node.getScene().getFocusOwner();
    while (at != null && at != node) {
      at = at.getParent();
    }
    return at != null;
  }

  @Override
  public void close() {
    typing.unsubscribe();
    model.close();
  }
}
