package studio.timbre.ui.budget;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.TypedNumber;
import studio.timbre.ui.fx.Work;

/**
 * What the project may spend at providers in all, and the words in which that is changed: a sum, or the words that take the budget
 * away. A press of a button alone changes nothing.
 */
public final class BudgetModel {

  /** What a person has typed. */
  sealed interface Typed {
    /** Nothing yet, or nothing that has a meaning. */
    record Nothing() implements Typed {}

    /** In dollars. */
    record Sum(double usd) implements Typed {}

    /** The words that take the budget away. */
    record NoBudget() implements Typed {}
  }

  private final BudgetKeeper keeper;
  private final Texts texts;
  private final Notices notices;
  private final Work.Lane reading;
  private final Work.Queue keeping;
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(Standing.NONE);
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty open = new SimpleBooleanProperty();

  public BudgetModel(BudgetKeeper keeper, Texts texts, Work work, Notices notices) {
    this.keeper = keeper;
    this.texts = texts;
    this.notices = notices;
    this.reading = work.lane();
    this.keeping = work.queue();
  }

  public ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  /** What is being typed. */
  public StringProperty text() {
    return text;
  }

  /** Whether the person asked to change it. */
  public BooleanProperty open() {
    return open;
  }

  /** Jobs and answers may have come or gone. */
  public void refresh() {
    reading.run(keeper::budget).onSuccess(standing::set).onFailure(notices::failed);
  }

  Typed typed() {
    String words = text.get().strip();
    if (plain(words).equals(plain(texts.get("budget.none.words")))) {
      return new Typed.NoBudget();
    }
    var sum = TypedNumber.parse(words.replace("US$", "").replace("$", ""), texts.locale());
    return sum.isPresent() && sum.getAsDouble() > 0 && Double.isFinite(sum.getAsDouble())
        ? new Typed.Sum(sum.getAsDouble())
        : new Typed.Nothing();
  }

  /** Capitals, accents and blanks make no difference to what is meant. */
  private static String plain(String words) {
    return Normalizer.normalize(words.strip().replaceAll("\\s+", " "), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Whether what was typed can be kept, and lets begin what could not.
   *
   * @param price of what is thought out, if anything is
   */
  public boolean canKeep(Optional<Optional<PriceRange>> price) {
    var now = standing.get();
    return switch (typed()) {
      case Typed.Nothing _ -> false;
      case Typed.NoBudget _ -> now.usd().isPresent();
      case Typed.Sum(double usd) ->
          price
              .filter(now::isExceededBy)
              .map(
                  job ->
                      !new Standing(OptionalDouble.of(usd), now.jobs(), now.answers())
                          .isExceededBy(job))
              .orElse(true);
    };
  }

  /** Keeps what was typed. */
  public void keep() {
    var usd =
        switch (typed()) {
          case Typed.Sum(double sum) -> OptionalDouble.of(sum);
          case Typed.NoBudget _ -> OptionalDouble.empty();
          case Typed.Nothing _ -> throw new IllegalStateException("nothing was typed");
        };
    keeping
        .run(
            () -> {
              keeper.setBudget(usd);
              return keeper.budget();
            })
        .onSuccess(
            now -> {
              text.set("");
              open.set(false);
              standing.set(now);
            })
        .onFailure(notices::failed);
  }

  /** What is being read is not asked for any more. */
  public void forget() {
    reading.forget();
  }
}
