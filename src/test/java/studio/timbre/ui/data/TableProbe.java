package studio.timbre.ui.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import studio.timbre.app.ProjectSession;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Facet;
import studio.timbre.model.Holding;
import studio.timbre.model.Place;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.store.GeneratedTalks;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Window;

/**
 * Does in the real window what {@link TableBenchmark} wants timed, in a process with the memory that an installed Timbre has, and
 * writes the times. Arguments: a project that may be changed, where to write, the number of conversations, the acts.
 */
final class TableProbe {
  /** Every act; without the first there is no project. */
  static final String ALL = "open,scroll,fitted,edit,sort,paste,search,filter,replace";

  private static final int PAGE = 25;
  private static final int FIRST = 100;
  private static final List<String> SORTED =
      List.of("TURNS", "QUESTION", "ANSWER", "STATUS", "SPLIT", "TOKENS");
  private static final List<Integer> RANKS = List.of(3, 40, 150, 600, 2_000, 6_000, 12_000);

  private final Path file;
  private final int rows;
  private final PlainSqlite bare;
  private final PlainSqlite plain;
  private final List<Act> acts = new ArrayList<>();
  private final Random random = new Random(11);
  private final GeneratedTalks talks;
  private final Window window;

  private TableProbe(Path file, int rows, PlainSqlite bare, PlainSqlite plain, Window window) {
    this.file = file;
    this.rows = rows;
    this.bare = bare;
    this.plain = plain;
    this.window = window;
    this.talks = new GeneratedTalks(Integer.MAX_VALUE);
  }

  public static void main(String[] arguments) {
    int status = 1;
    try {
      measure(arguments);
      status = 0;
    } catch (Exception | AssertionError e) {
      e.printStackTrace();
    } finally {
      // JavaFX would go on.
      Runtime.getRuntime().halt(status);
    }
  }

  private static void measure(String... arguments) throws Exception {
    var file = Path.of(arguments[0]);
    var folder = file.resolveSibling("probe");
    var bareFile = file.resolveSibling("bare.db");
    Files.deleteIfExists(bareFile);
    try (var bare = PlainSqlite.open(bareFile)) {
      bare.copyFrom(file);
      var window =
          Snapshots.onScreen(
              () -> {
                var shown = new Window(folder);
                shown.show(new Stage());
                return shown;
              });
      try (var plain = PlainSqlite.open(file)) {
        var probe = new TableProbe(file, Integer.parseInt(arguments[2]), bare, plain, window);
        probe.run(Path.of(arguments[1]), List.of(arguments[3].split(",")));
      }
    }
    Files.delete(bareFile);
  }

  private Act act(String name, double aimMillis) {
    System.err.println(java.time.LocalTime.now() + " " + name);
    var act = new Act(name, aimMillis);
    acts.add(act);
    return act;
  }

  private void run(Path report, List<String> wanted) throws Exception {
    var parts = new LinkedHashMap<String, Act.Timed>();
    parts.put("open", this::open);
    parts.put("scroll", this::scroll);
    parts.put("fitted", this::fitted);
    parts.put("edit", this::edit);
    parts.put("sort", this::sort);
    parts.put("paste", this::paste);
    parts.put("search", this::search);
    parts.put("filter", this::filter);
    parts.put("replace", this::replace);
    parts.keySet().retainAll(wanted);
    for (var part : parts.values()) {
      part.run();
      write(report);
    }
  }

  private void open() throws Exception {
    var act = act("open to first rows", 1_000);
    for (int turn = 0; turn < 5; turn++) {
      act.timeFloor(
          () -> {
            try (var fresh = PlainSqlite.open(file.resolveSibling("bare.db"))) {
              fresh.screen("position", 0);
              fresh.count();
            }
          });
      double millis =
          Act.millis(
              () -> {
                Snapshots.onScreen(
                    () -> {
                      window.model().open(file);
                      return true;
                    });
                await(() -> isTableThere() && items().size() == rows && firstRowShows());
              });
      System.err.println("opened " + millis);
      if (turn > 0) { // The first turn fills the caches of Java and of the system.
        act.add(millis);
      }
      await(this::isWhole);
      if (turn < 4) {
        Snapshots.onScreen(
            () -> {
              window.model().closeProject();
              return true;
            });
      }
    }
  }

  /**
   * Processor time of the JavaFX thread for a frame: from one beginning of a frame to the next, with the rows that arrive meanwhile.
   * Of each page the longest frame counts, so that idle ones do not make the figure better.
   */
  private void scroll() throws Exception {
    scroll(
        act("scroll, the longest frame of a page", 16), act("the same, all frames of a page", -1));
  }

  private void fitted() throws Exception {
    choose("lines-fitted");
    scroll(
        act("scroll with fitted rows, the longest frame of a page", 16),
        act("the same fitted, all frames of a page", -1));
    choose("lines-1");
  }

  /** Chooses from the menu of the view. */
  private void choose(String id) throws Exception {
    Snapshots.onScreen(
        () -> {
          var menu = (MenuButton) window.shell().lookup("#sheet-view");
          menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
          menu.getItems().stream()
              .filter(Menu.class::isInstance)
              .flatMap(item -> ((Menu) item).getItems().stream())
              .filter(item -> id.equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          return true;
        });
    Thread.sleep(1_000);
  }

  private void scroll(Act act, Act whole) throws Exception {
    var frames = Snapshots.onScreen(Frames::new);
    for (int place : new int[] {0, rows / 2, rows - 45 * PAGE}) {
      for (int step = 0; step < 45; step++) {
        int index = Math.max(0, place + step * PAGE);
        Snapshots.onScreen(
            () -> {
              frames.begin();
              table().scrollTo(index);
              return true;
            });
        Thread.sleep(100);
        double longest = Snapshots.onScreen(frames::longest);
        if (step >= 5) {
          act.add(longest);
          whole.add(frames.sum());
          act.timeFloor(() -> bare.screen("position", 0));
        }
      }
    }
    Snapshots.onScreen(
        () -> {
          frames.stop();
          return true;
        });
  }

  private void sort() throws Exception {
    var act = act("sort by an indexed column to first rows", 300);
    for (var name : SORTED) {
      for (var direction :
          List.of(TableColumn.SortType.ASCENDING, TableColumn.SortType.DESCENDING)) {
        var column =
            Snapshots.onScreen(
                () ->
                    table().getColumns().stream()
                        .filter(one -> ("column-" + name).equals(one.getId()))
                        .findFirst());
        if (column.isEmpty()) {
          continue;
        }
        act.add(
            changed(
                () -> {
                  column.get().setSortType(direction);
                  table().getSortOrder().setAll(List.of(column.get()));
                }));
        act.timeFloor(
            () ->
                bare.screen(
                    direction == TableColumn.SortType.ASCENDING
                        ? "turns, position"
                        : "turns DESC, position DESC",
                    0));
      }
    }
    changed(() -> table().getSortOrder().clear());
  }

  private void search() throws Exception {
    var act = act("keystroke in search to first rows and count", 150);
    var few = act("the same, the first letter and the second", 150);
    for (int rank : RANKS) {
      String word = talks.word(rank);
      for (int letters = 1; letters <= word.length(); letters++) {
        String typed = word.substring(0, letters);
        var times = letters < 3 ? few : act;
        var before =
            Snapshots.onScreen(
                () -> List.copyOf(items().subList(0, Math.min(FIRST, items().size()))));
        int count = Snapshots.onScreen(() -> items().size());
        double millis = changed(() -> field().setText(typed));
        var first =
            session()
                .first(
                    ConversationQuery.of(ConversationFilter.ALL.withSearch(typed)),
                    FIRST,
                    Progress.NONE);
        boolean other =
            first.count() != count
                || !Arrays.stream(first.first()).limit(FIRST).boxed().toList().equals(before);
        // Where the answer is what is on show already, nothing tells when it has come.
        if (other) {
          times.add(millis);
        }
        System.err.println(millis + " " + typed + (other ? "" : ", the same again"));
        if (letters >= 3) {
          act.timeFloor(() -> plain.match(typed));
        }
      }
    }
    changed(() -> field().clear());
  }

  /** To the first rows and the count, over the session, as the window asks; each filter twice. */
  private void filter() throws Exception {
    var act = act("filter to first rows and count", -1);
    session().facets().of(Facet.PROBLEM, ConversationQuery.ALL, Progress.NONE);
    var all = ConversationFilter.ALL;
    var filters =
        List.of(
            all.withStatuses(Set.of(Status.APPROVED)),
            all.withTags(Set.of("tag3")),
            all.withTags(Set.of("")),
            all.withRating(Range.from(4)),
            all.withAssignees(Set.of("Budi")),
            all.withTurns(Range.from(3)),
            all.withTokens(Range.from(300)),
            all.withLanguages(Set.of("en")),
            all.withLanguages(Set.of("pt")),
            all.withHolds(Set.of(Holding.CALLS)),
            all.withProblems(
                session().problems().stream().map(Problem::kind).collect(Collectors.toSet())),
            all.withSince(Optional.of(new Since.LastDays(1))),
            all.withStatuses(Set.of(Status.APPROVED))
                .withRating(Range.from(4))
                .withTags(Set.of("tag3"))
                .withSearch(talks.word(150)));
    for (var filter : filters) {
      for (int turn = 0; turn < 2; turn++) {
        double millis =
            Act.millis(() -> session().first(ConversationQuery.of(filter), 100, Progress.NONE));
        System.err.println(millis + " " + filter);
        act.add(millis);
      }
    }
  }

  /** Does something that changes the list, and waits for the rows. */
  private double changed(Runnable change) throws Exception {
    var told = new boolean[1];
    ListChangeListener<Long> listener = _ -> told[0] = true;
    var items = Snapshots.onScreen(this::items);
    Snapshots.onScreen(
        () -> {
          table().scrollTo(0);
          items.addListener(listener);
          return true;
        });
    Thread.sleep(200);
    long begin = System.nanoTime();
    Snapshots.onScreen(
        () -> {
          change.run();
          return true;
        });
    awaitAtMost(8, () -> told[0] && (items.isEmpty() || firstRowShows()));
    double millis = (System.nanoTime() - begin) / 1e6;
    Thread.sleep(300);
    Snapshots.onScreen(
        () -> {
          items.removeListener(listener);
          return true;
        });
    return millis;
  }

  private void edit() throws Exception {
    var act = act("commit of one edit", 10);
    var session = session();
    Thread.sleep(3_000);
    for (int i = 0; i < 630; i++) {
      long id = 1 + random.nextInt(rows);
      var conversation = talks.next();
      double millis =
          Act.millis(
              () -> {
                session.replace(Map.of(id, conversation));
                session.totals(ConversationQuery.ALL);
                session.estimate();
              });
      if (i >= 30) {
        act.add(millis);
        act.timeFloor(() -> bare.change(id, ConversationJson.write(conversation)));
      }
      Thread.sleep(20);
    }
  }

  private void paste() throws Exception {
    var act = act("paste 10,000 rows", 3_000);
    for (int turn = 0; turn < 3; turn++) {
      List<Conversation> pasted = IntStream.range(0, 10_000).mapToObj(_ -> talks.next()).toList();
      act.time(() -> session().bulk().add(pasted, Split.TRAINING, Place.end(), Progress.NONE));
      session().undo();
      act.timeFloor(() -> bare.insert(10_000, ConversationJson.write(pasted.getFirst())));
      settle();
    }
  }

  private void replace() throws Exception {
    var act = act("replace in 100,000", 20_000);
    var undo = act("its undo", 20_000);
    long[] ids = LongStream.rangeClosed(1, Math.min(100_000, rows)).toArray();
    for (int turn = 0; turn < 2; turn++) {
      act.time(() -> session().bulk().transform("edit", TableProbe::replaced, Progress.NONE, ids));
      undo.time(() -> session().undo());
      act.timeFloor(
          () ->
              bare.run(
                  "UPDATE bare SET json = replace(json, 'house', 'home') WHERE id <= "
                      + ids.length));
      undo.timeFloor(
          () ->
              bare.run(
                  "UPDATE bare SET json = replace(json, 'home', 'house') WHERE id <= "
                      + ids.length));
      settle();
    }
    var status = act("status of all", -1);
    long[] all = session().ids(ConversationQuery.ALL);
    status.time(() -> session().bulk().setStatus(Status.APPROVED, Progress.NONE, all));
  }

  private static Curated replaced(Curated curated) {
    var conversation = curated.conversation();
    return curated.withConversation(
        conversation.withMessages(
            conversation.messages().stream()
                .map(message -> message.withText(message.text().replace("house", "home")))
                .toList()));
  }

  private void settle() throws Exception {
    await(this::isWhole);
    Thread.sleep(5_000);
  }

  private ProjectSession session() {
    return window.session();
  }

  private boolean isTableThere() {
    return window.model().project().get().isPresent()
        && window.shell().lookup("#conversations") != null;
  }

  @SuppressWarnings("unchecked")
  private TableView<Long> table() {
    return (TableView<Long>) window.shell().lookup("#conversations");
  }

  private ObservableList<Long> items() {
    return table().getItems();
  }

  private TextField field() {
    return (TextField) window.shell().lookup("#data-search");
  }

  private boolean isWhole() {
    var ids = items();
    return ids.isEmpty() || ids.getLast() != IdList.UNKNOWN;
  }

  private boolean firstRowShows() {
    return table().lookupAll(".table-row-cell").stream()
        .filter(node -> node instanceof TableRow<?> row && row.getIndex() == 0)
        .flatMap(node -> ((TableRow<?>) node).getChildrenUnmodifiable().stream())
        .anyMatch(
            cell ->
                cell instanceof Labeled labeled
                    && labeled.getText() != null
                    && labeled.getText().length() > 5);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    if (!awaitAtMost(120, condition)) {
      throw new AssertionError(
          "waited in vain: "
              + Snapshots.write(
                  "table-probe",
                  studio.timbre.ui.shell.Theme.LIGHT,
                  java.util.Locale.ENGLISH,
                  javafx.stage.Window.getWindows().getFirst().getScene()));
    }
  }

  private static boolean awaitAtMost(int seconds, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!Snapshots.onScreen(condition)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(2);
    }
    return true;
  }

  private void write(Path target) throws Exception {
    var mapper = new ObjectMapper();
    var list = mapper.createArrayNode();
    acts.forEach(act -> act.writeTo(list.addObject(), rows));
    Files.createDirectories(target.getParent());
    Files.writeString(target, list.toPrettyString() + "\n");
  }
}
