package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.ProviderFiles.Written;
import studio.timbre.app.ProviderOutlook;
import studio.timbre.app.ProviderTarget;
import studio.timbre.model.Provider;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.WrittenFormat;
import studio.timbre.ui.control.Choices;
import studio.timbre.ui.control.ConfirmBar;
import studio.timbre.ui.control.FittingScroll;
import studio.timbre.ui.data.ExportForm.Training;
import studio.timbre.ui.data.ExportViewModel.State;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;

/** The export above the table: as what, which conversations, with their numbers, and progress. */
final class ExportPane extends Sheet {
  private static final List<WrittenFormat> FORMATS =
      List.of(
          WrittenFormat.LINES,
          WrittenFormat.JSON,
          WrittenFormat.XLSX,
          WrittenFormat.CSV,
          WrittenFormat.TRANSCRIPT);

  private static final double HIGHEST = 200;

  private final ExportViewModel model;
  private final FileQuestions files;
  private final Notices notices;
  private final VBox choices = new VBox();
  private final OutlookBox outlook;
  private final FittingScroll seen;
  private final ComboBox<ExportForm> form;
  private final ComboBox<Optional<String>> models;
  private final HBox modelPart;
  private final Button make;
  private final ConfirmBar confirm = new ConfirmBar();

  /** @param showData shows conversations alone in the table */
  ExportPane(
      ExportViewModel model,
      Texts texts,
      FileQuestions files,
      Notices notices,
      Consumer<Spotlight> showData) {
    super(texts, "data.export.progress");
    this.model = model;
    this.files = files;
    this.notices = notices;
    outlook = new OutlookBox(texts, showData);
    // The table below gives way, not the reasons.
    seen = new FittingScroll(outlook, HIGHEST);
    seen.getStyleClass().addAll("plain-scroll", "export-outlook");
    form = Choices.box("data-export-form", one -> one.words(texts), model.form()::set);
    models =
        Choices.box(
            "data-export-model",
            name -> name.orElseGet(() -> texts.get("data.export.anyModel")),
            model.model()::set);
    modelPart = Choices.named(texts.get("data.export.model"), models);
    make = button("data.export.title", this::chooseFile);
    make.setId("data-export-make");
    make.setMnemonicParsing(false);
    make.setMinWidth(Region.USE_PREF_SIZE);
    make.getStyleClass().add("accent");
    choices.getStyleClass().add("column-8");
    // A radio button would take the key for itself.
    choices.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            make.fire();
            event.consume();
          }
        });
    model.state().subscribe(this::show);
    model.counts().subscribe(counts -> showCounts());
    model.scope().subscribe(scope -> showCounts());
    model.form().subscribe(this::showForm);
    model.files().state().subscribe(state -> showCounts());
  }

  @Override
  void dismiss() {
    if (!(model.state().get() instanceof State.Running)) {
      model.dismiss();
    }
  }

  private void show(State state) {
    come(!(state instanceof State.Idle));
    switch (state) {
      case State.Idle ignored -> {}
      case State.Asking ignored -> ask();
      case State.Running running -> run(running);
    }
  }

  private void ask() {
    var group = new ToggleGroup();
    choices.getChildren().clear();
    for (var scope : ExportScope.values()) {
      choices.getChildren().add(choice(scope, group));
    }
    // The arrow keys choose without pressing.
    group
        .selectedToggleProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && chosen.getUserData() instanceof ExportScope scope) {
                model.scope().set(scope);
              }
            });
    var forms = new ArrayList<ExportForm>();
    FORMATS.forEach(format -> forms.add(new ExportForm.File(format)));
    Stream.of(Provider.values())
        .filter(provider -> provider != Provider.COMPATIBLE)
        .forEach(provider -> forms.add(new Training(Optional.of(provider))));
    forms.add(new Training(Optional.of(Provider.COMPATIBLE)));
    Stream.of(Provider.values())
        .filter(ProviderTarget::takesGraded)
        .forEach(provider -> forms.add(new ExportForm.Graded(provider)));
    forms.add(new Training(Optional.empty()));
    Choices.fill(form, forms, model.form().get());
    var where = new FlowPane(Choices.named(texts().get("data.export.form"), form), modelPart);
    where.getStyleClass().add("mapping-choices");
    getChildren()
        .setAll(
            title(texts().get("data.export.ask")),
            where,
            choices,
            seen,
            confirm,
            row(make, button("common.cancel", model::dismiss)));
    showForm(model.form().get());
    Keyboard.give(choices.getChildren().getFirst());
  }

  private void showForm(ExportForm now) {
    var target = now.target(Optional.empty());
    boolean training = target.isPresent();
    choices.setVisible(!training);
    choices.setManaged(!training);
    seen.setVisible(training);
    seen.setManaged(training);
    var provider = target.flatMap(ProviderTarget::provider);
    var names = new ArrayList<Optional<String>>();
    names.add(Optional.empty());
    provider.ifPresent(
        one -> model.files().models(one).forEach(name -> names.add(Optional.of(name))));
    Choices.fill(models, names, Optional.empty());
    modelPart.setVisible(names.size() > 1);
    modelPart.setManaged(names.size() > 1);
    // What was asked was about other files.
    confirm.dismiss();
    showCounts();
  }

  private RadioButton choice(ExportScope scope, ToggleGroup group) {
    var choice = new RadioButton();
    choice.setId("data-export-" + scope);
    choice.setToggleGroup(group);
    choice.setUserData(scope);
    choice.setMnemonicParsing(false);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    choice.getStyleClass().add("in-line");
    choice.setSelected(model.scope().get() == scope);
    return choice;
  }

  private void showCounts() {
    var counts = model.counts().get();
    for (var node : choices.getChildren()) {
      if (node instanceof RadioButton choice && choice.getUserData() instanceof ExportScope scope) {
        var count = Optional.ofNullable(counts.get(scope));
        choice.setText(
            texts().get("data.export.scope." + scope, count.map(texts()::number).orElse("…")));
      }
    }
    if (model.target().isPresent()) {
      showOutlook();
      return;
    }
    long count = counts.getOrDefault(model.scope().get(), 0L);
    make.setText(texts().get("data.export.make", count));
    make.setDisable(count == 0);
  }

  private void showOutlook() {
    var known =
        model.files().state().get() instanceof ProviderExportViewModel.State.Seen(var now)
            ? Optional.of(now)
            : Optional.<ProviderOutlook>empty();
    known.ifPresentOrElse(outlook::show, outlook::looking);
    boolean ready = known.filter(ProviderOutlook::isReady).isPresent();
    boolean two = known.filter(now -> now.validation() > 0).isPresent();
    make.setDisable(!ready);
    make.setText(texts().get(two ? "data.export.make.two" : "data.export.make.one"));
  }

  private void chooseFile() {
    var target =
        files.save(texts().get("data.export.title"), model.fileName(), model.form().get().kind());
    if (target.isEmpty()) {
      return;
    }
    String name = String.valueOf(target.get().getFileName());
    if (model.target().isPresent()) {
      model.lookBeside(
          target.get(),
          beside -> askAbout(beside, target.get()),
          () -> model.startFiles(target.get(), this::tell));
    } else {
      model.start(
          target.get(),
          SheetLanguage.named(texts().locale().toLanguageTag()).orElse(SheetLanguage.ENGLISH),
          report ->
              notices.say(
                  texts().get("data.export.done", report.written(), name)
                      + (report.unfit() > 0
                          ? " " + texts().get("data.export.unfit", report.unfit())
                          : "")
                      + (report.partly() > 0
                          ? " " + texts().get("data.export.partly", report.partly())
                          : "")));
    }
  }

  private void askAbout(ExportViewModel.Beside beside, Path target) {
    confirm.ask(
        beside
            .aside()
            .map(name -> texts().get("data.export.stale", beside.name(), name))
            .orElseGet(() -> texts().get("data.export.inTheWay", beside.name())),
        texts().get(beside.aside().isPresent() ? "data.export.putAside" : "data.export.replace"),
        texts().get("data.export.keep"),
        () -> model.startFiles(target, this::tell));
  }

  private void tell(Written written) {
    if (written.training().isEmpty()) {
      notices.say(texts().get("data.export.stopped"));
      return;
    }
    String training = String.valueOf(written.training().get().getFileName());
    notices.say(
        written
            .validation()
            .map(
                beside ->
                    texts()
                        .get(
                            "data.export.done.two", training, String.valueOf(beside.getFileName())))
            .orElseGet(
                () -> texts().get("data.export.done", written.outlook().training(), training)));
  }

  private void run(State.Running running) {
    showProgress(running.done(), running.total());
    if (!showsProgress()) {
      getChildren()
          .setAll(
              title(
                  texts().get("data.export.running", String.valueOf(running.file().getFileName()))),
              bar(),
              row(gap(), button("common.cancel", model::cancel)));
    }
  }
}
