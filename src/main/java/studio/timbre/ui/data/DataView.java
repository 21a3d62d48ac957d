package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Spelling;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.message.Proofreader;
import studio.timbre.ui.review.ReviewModeViewModel;
import studio.timbre.ui.review.ReviewSide;

/** The Data screen: the table of conversations, and the one that is looked at beside it. */
public final class DataView implements Screen, DataViewModel.Listener {
  private static final double TABLE_SHARE = 0.66;

  private final Desk desk;
  private final Texts texts;
  private final OpenProject project;
  private final DataViewModel model;
  private final ConversationViewModel conversation;
  private final ImportSide imports;
  private final ExportViewModel exports;
  private final Spreadsheet sheet;
  private final DataActions actions;
  private final ConversationTable table;
  private final Action spelling;
  private final ConversationPane pane;
  private final DraftSide drafts;
  private final FilterViewModel choosing;
  private final ViewsViewModel views;
  private final RememberedView remembered;
  private final OverviewViewModel overview;
  private final FilterBar filters;
  private final StackPane placeholder = new StackPane();
  private final ReviewSide review;
  private final SplitPane node;
  private final PackSide packs;
  private final Node whole;

  public DataView(Desk desk, OpenProject project) {
    this.desk = desk;
    this.texts = desk.texts();
    this.project = project;
    var content = new CellContent(texts);
    model = new DataViewModel(project, desk.work(), content, this);
    sheet = new Spreadsheet(desk, project, model, content, this, placeholder);
    table = sheet.table();
    conversation = new ConversationViewModel(project, desk.work(), model.current(), this::failed);
    imports = new ImportSide(desk, project, new SystemBoard());
    var files = new ProviderExportViewModel(desk.timbre(), project, desk.work(), this::failed);
    exports = new ExportViewModel(project, desk.work(), model, files, this::failed);
    actions = new DataActions(texts, model, sheet, imports, exports::ask, this::focusSearch);
    sheet.use(actions);
    sheet.clipboard().bringsIn(imports::paste);
    var proofreader =
        new Proofreader(
            texts, desk.work(), new Spelling(project.session()), desk.timbre().preferences());
    spelling =
        Action.of(
            "data.spelling",
            texts.get("spelling.switch"),
            () -> proofreader.on().set(!proofreader.on().get()));
    drafts = new DraftSide(desk, project, this::showDraft);
    pane = new ConversationPane(conversation, proofreader, drafts.drafting(), desk);
    conversation.row().subscribe(row -> drafts.moved());
    choosing = new FilterViewModel(project, desk.work(), texts, model.narrowing(), this::failed);
    views =
        new ViewsViewModel(
            project, desk.work(), texts, model.narrowing(), sheet.layout(), this::failed);
    remembered = new RememberedView(project, desk.work(), model.narrowing(), this::failed);
    overview = new OverviewViewModel(project, desk.work(), texts, model.narrowing(), this::failed);
    var beside =
        new ReviewSide.Beside(
            "side-overview",
            texts.get("side.overview"),
            texts.get("overview.open"),
            new OverviewPane(overview, texts, desk.notices()),
            overview::setSeen);
    review =
        new ReviewSide(
            desk, project, model.current(), model::selection, steps(), this::show, beside);
    pane.review(review.bar());
    packs =
        new PackSide(
            desk, project, model::selection, () -> model.ids().numbers(0, model.ids().size()));
    filters =
        new FilterBar(
            model, choosing, views, texts, desk.notices(), actions.add(), table::focusTable);
    var column = new VBox(filters, review.legend());
    column.getChildren().addAll(sheet.above());
    column
        .getChildren()
        .addAll(
            imports.pane(packs::bringBack),
            new ExportPane(exports, texts, desk.files(), desk.notices(), this::spotlight),
            packs.pane(),
            table);
    column.getStyleClass().add("data-left");
    LowWindow.share(choosing.open(), sheet.replacing(), column);
    VBox.setVgrow(table, Priority.ALWAYS);
    var right = new BorderPane(new StackPane(review.around(pane), sheet.history()));
    right.setTop(drafts.line());
    node = new SplitPane(column, right);
    node.getStyleClass().addAll("screen", "data-screen");
    node.setDividerPositions(TABLE_SHARE);
    SplitPane.setResizableWithParent(right, false);
    review.listenAt(node);
    var room = imports.around(packs.around(node, table::focusTable), table::focusTable);
    whole = review.over(room, table::focusTable);
    new EmptyTable(placeholder, model, actions, texts, table::focusTable);
  }

  @Override
  public Node node() {
    return whole;
  }

  @Override
  public void shown() {
    if (!review.takeFocus() && !imports.takeFocus() && !packs.takeFocus()) {
      table.focusTable();
    }
  }

  @Override
  public void hidden() {
    table.commit();
    pane.commit();
    review.bar().commit();
    drafts.left();
  }

  @Override
  public void dropped(List<Path> files) {
    if (packs.isOpen()) {
      desk.notices().say(texts.get("data.drop.merging"));
    } else {
      imports.dropped(files);
    }
  }

  private void showDraft(long id) {
    show(id);
    pane.focusDraft(id);
  }

  private void show(long id) {
    if (model.ids().indexOf(id) < 0) {
      model.narrowing().showAll();
    }
    review.showTalk();
    table.selectedCells().follow(id, 1);
  }

  @Override
  public List<Action> actions() {
    return Stream.of(
            actions.all(),
            imports.actions(),
            sheet.actions(),
            review.actions(),
            packs.actions(),
            sheet.joining(),
            List.of(spelling, filters.choosing()),
            views.actions())
        .flatMap(List::stream)
        .toList();
  }

  /** How the rows of the table are gone through. */
  private ReviewModeViewModel.Steps steps() {
    return new ReviewModeViewModel.Steps() {
      @Override
      public Optional<Long> neighbour(int rows) {
        int row = model.current().get().map(model.ids()::indexOf).orElse(-1) + rows;
        return row >= 0 && row < model.ids().size()
            ? Optional.of(model.ids().at(row))
            : Optional.empty();
      }

      @Override
      public void goTo(long conversation) {
        if (model.ids().indexOf(conversation) >= 0) {
          table.goTo(conversation, false);
        } else {
          table.selectedCells().follow(conversation, 1);
        }
      }

      @Override
      public void edit() {
        pane.focusFirst();
      }

      @Override
      public void read() {
        table.focusTable();
      }
    };
  }

  /** Some conversations alone, out of an export that they stand in the way of. */
  private void spotlight(OpenProject.Spotlight wanted) {
    project.spotlight().set(Optional.of(wanted));
    table.focusTable();
  }

  private void focusSearch() {
    filters.focusSearch();
  }

  @Override
  public void rowsChanged() {
    table.redraw();
  }

  @Override
  public void added(long id) {
    table.goTo(id, true);
  }

  @Override
  public void deleted(int count, long entry) {
    desk.notices()
        .say(
            texts.get("data.deleted", count),
            texts.get("common.undo"),
            project.edits().takingBack(entry, desk.notices(), texts));
  }

  @Override
  public void notText() {
    desk.notices().say(texts.get("data.notText"));
  }

  @Override
  public void refused(int cells) {
    desk.notices().say(texts.get("data.refused", cells));
  }

  @Override
  public void sorted() {
    desk.notices().say(texts.get("data.sorted"));
  }

  @Override
  public void failed(Exception problem) {
    desk.notices().failed(problem);
  }

  @Override
  public void close() {
    drafts.close();
    remembered.close();
    imports.close();
    exports.close();
    packs.close();
    conversation.close();
    choosing.close();
    overview.close();
    review.close();
    sheet.close();
    model.close();
  }
}
