package studio.timbre.ui.mapping;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.app.ImportPlan;
import studio.timbre.app.TableLook;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableReading;
import studio.timbre.model.TableShape;
import studio.timbre.ui.fx.Work;

/** Saying what the columns of tables mean: one kind of table after the other, with what would come of it. */
public final class MappingViewModel implements AutoCloseable {

  /** Uses that only one column can have. */
  private static final List<Use> ONLY_ONE = List.of(Use.ROLE, Use.TEXT, Use.CONVERSATION);

  /** What was said of all of them. */
  public record Answers(Map<Path, TableMapping> byFirstFile, Split split) {}

  private final Work.Lane reading;
  private final Consumer<? super Exception> failure;
  private final Previewing previewing;
  private final ReadOnlyObjectWrapper<Optional<Step>> step =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Split> split = new SimpleObjectProperty<>(Split.TRAINING);
  private final Map<Path, TableMapping> said = new LinkedHashMap<>();
  private List<ImportPlan.Tables> tables = List.of();
  private boolean pasted;
  private boolean all;
  private Consumer<Answers> done = answers -> {};
  private Runnable dropped = () -> {};

  public MappingViewModel(Work work, Consumer<? super Exception> failure) {
    this.reading = work.lane();
    this.failure = failure;
    this.previewing = new Previewing(work);
  }

  /** What is asked now, if anything. */
  public ReadOnlyObjectProperty<Optional<Step>> step() {
    return step.getReadOnlyProperty();
  }

  /** Whether nothing else comes in than these tables. */
  boolean isAll() {
    return all;
  }

  /** What would come of it. */
  public Previewing previewing() {
    return previewing;
  }

  /** What conversations are for that say nothing of it themselves. */
  public ObjectProperty<Split> split() {
    return split;
  }

  /**
   * Asks about each kind of table of a plan.
   *
   * @param fromClipboard whether it lay there
   * @param answered gets all answers
   * @param cancelled nothing is imported
   */
  public void ask(
      ImportPlan plan, boolean fromClipboard, Consumer<Answers> answered, Runnable cancelled) {
    pasted = fromClipboard;
    tables = plan.tables();
    all = plan.isAllTables();
    done = answered;
    dropped = cancelled;
    said.clear();
    split.set(Split.TRAINING);
    open(0);
  }

  private void open(int at) {
    var next = tables.get(at);
    var before = next.remembered();
    var look = next.look();
    if (before.isEmpty() || before.get().reading().equals(look.guess().reading())) {
      show(at, look, before);
      return;
    }
    reading
        .run(() -> look.read(before.get().reading()))
        .onSuccess(asThen -> show(at, asThen, before))
        .onFailure(problem -> show(at, look, Optional.empty()));
  }

  private void show(int at, TableLook look, Optional<TableMapping> before) {
    var mapping = before.orElse(look.guess());
    set(
        new Step(
            tables.get(at),
            look,
            mapping,
            before.isPresent(),
            mapping.shape(),
            at + 1,
            tables.size(),
            pasted));
  }

  private void set(Step now) {
    step.set(Optional.of(now));
    previewing.show(now.look(), now.mapping());
  }

  /** A column means that. */
  public void use(int column, Use use) {
    change(
        now -> {
          var mapping = now.mapping();
          if (mapping.use(column) == use) {
            return now;
          }
          int other = ONLY_ONE.contains(use) ? mapping.columns().indexOf(use) : -1;
          if (other >= 0) {
            mapping = mapping.withUse(other, Use.KEPT);
          }
          return now.with(mapping.withUse(column, use));
        });
  }

  /** A row is that. */
  public void shape(TableShape shape) {
    change(
        now ->
            now.wanted() == shape
                ? now
                : now.wanting(now.look().reshaped(now.mapping(), shape), shape));
  }

  /** That name where rows say who speaks is this speaker. */
  public void speaker(String name, Optional<Role> role) {
    change(
        now ->
            Optional.ofNullable(now.mapping().speakers().get(name)).equals(role)
                ? now
                : now.with(now.mapping().withSpeaker(name, role)));
  }

  /** A system message for every conversation; blank for none. */
  public void system(String text) {
    var wanted = text.isBlank() ? Optional.<String>empty() : Optional.of(text);
    change(
        now ->
            now.mapping().system().equals(wanted)
                ? now
                : now.with(now.mapping().withSystem(wanted)));
  }

  /**
   * The names of the columns stand there, or there are none.
   *
   * @param above how many of the rows stand above them
   * @param rows how many rows they take: 0, 1 or 2
   */
  public void names(int above, int rows) {
    change(
        now -> {
          var mapping = now.mapping();
          var wanted = mapping.reading().withHead(above, Math.max(1, rows));
          boolean same = wanted.equals(mapping.reading()) && mapping.header() == rows > 0;
          return same
              ? now
              : now.with(now.look().guess(rows > 0, wanted).withSystem(mapping.system()));
        });
  }

  /** The file is read in another way. */
  public void read(TableReading wanted) {
    if (step.get().isEmpty() || step.get().get().mapping().reading().equals(wanted)) {
      return;
    }
    var now = step.get().get();
    reading
        .run(() -> now.look().read(wanted))
        .onSuccess(
            look -> {
              // Only the spelling is another: what was said of the columns holds where there are as
              // many.
              boolean same = look.guess().columns().size() == now.mapping().columns().size();
              boolean spelling = wanted.sheet().equals(now.mapping().reading().sheet());
              var mapping =
                  same && spelling
                      ? now.mapping().withReading(wanted)
                      : look.guess().withSystem(now.mapping().system());
              set(now.with(look, mapping));
            })
        .onFailure(failure);
  }

  /** What was said before is forgotten, and the columns are guessed. */
  public void guessAnew() {
    step.get().ifPresent(now -> set(now.with(now.tables().look(), now.tables().look().guess())));
  }

  private void change(UnaryOperator<Step> how) {
    step.get()
        .ifPresent(
            now -> {
              var changed = how.apply(now);
              if (changed != now) {
                set(changed);
              }
            });
  }

  /** Goes on to the next kind of table, or imports. */
  public void accept() {
    if (step.get().isEmpty() || Obstacle.of(step.get().get(), previewing).isPresent()) {
      return;
    }
    var now = step.get().get();
    said.put(now.tables().files().getFirst(), now.mapping());
    if (!now.isLast()) {
      open(now.number());
      return;
    }
    end();
    done.accept(new Answers(Map.copyOf(said), split.get()));
  }

  /** Nothing is imported. */
  public void cancel() {
    if (step.get().isPresent()) {
      end();
      dropped.run();
    }
  }

  private void end() {
    reading.forget();
    previewing.close();
    step.set(Optional.empty());
  }

  @Override
  public void close() {
    end();
  }
}
