package studio.timbre.ui.message;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.control.IndexRange;
import javafx.util.Subscription;
import studio.timbre.app.Preferences;
import studio.timbre.app.Spelling;
import studio.timbre.model.Misspelling;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Underlines words that are spelled wrongly, a moment after they are typed, and offers right ones. */
public final class Proofreader {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Texts texts;
  private final Work work;
  private final Spelling spelling;
  private final BooleanProperty on = new SimpleBooleanProperty();

  /** Rises when a word became right for the project, so that every text is read anew. */
  private final LongProperty edition = new SimpleLongProperty();

  public Proofreader(Texts texts, Work work, Spelling spelling, Preferences preferences) {
    this.texts = texts;
    this.work = work;
    this.spelling = spelling;
    on.set(preferences.checksSpelling());
    on.subscribe(
        (before, now) ->
            work.run(
                    () -> {
                      preferences.setChecksSpelling(now);
                      return now;
                    })
                .onFailure(problem -> {}));
  }

  /** Whether it reads at all. */
  public BooleanProperty on() {
    return on;
  }

  /**
   * Reads a text from now on.
   *
   * @param around the rest of the conversation, for texts too short to tell their language
   */
  void attend(GrowingTextArea area, Supplier<String> around) {
    new Reading(area, around);
  }

  /** The reading of one text. */
  private final class Reading {
    private final GrowingTextArea area;
    private final Supplier<String> around;
    private final Work.Lane lane = work.lane();
    private List<Misspelling> wrong = List.of();
    private Set<String> own = Set.of();

    Reading(GrowingTextArea area, Supplier<String> around) {
      this.area = area;
      this.around = around;
      WhileShown.of(
          area,
          () ->
              Subscription.combine(
                  area.textProperty().subscribe(text -> read(PAUSE)),
                  edition.subscribe((before, now) -> read(Duration.ZERO)),
                  on.subscribe((before, now) -> read(Duration.ZERO))));
      new SpellingMenu(texts, area, new Words(), on).listen();
    }

    private void read(Duration pause) {
      show(List.of());
      String text = area.getText();
      lane.forget();
      if (!on.get() || text.isBlank()) {
        return;
      }
      String context = around.get();
      lane.run(() -> new Read(spelling.check(text, context), spelling.ownWords()))
          .after(pause)
          .onSuccess(
              read -> {
                own = read.own();
                if (area.getText().equals(text)) {
                  show(read.wrong());
                }
              })
          .onFailure(problem -> show(List.of()));
    }

    private void show(List<Misspelling> found) {
      wrong = found;
      area.underline(found.stream().map(word -> new IndexRange(word.start(), word.end())).toList());
    }

    private record Read(List<Misspelling> wrong, Set<String> own) {}

    /** What the menu can know of words, and do about them. */
    private final class Words implements SpellingMenu.Words {
      @Override
      public Optional<Misspelling> wrongAt(int index) {
        return wrong.stream()
            .filter(word -> word.start() <= index && index <= word.end())
            .findFirst();
      }

      @Override
      public boolean isOwn(String word) {
        return own.contains(word.toLowerCase(Locale.ROOT));
      }

      @Override
      public void suggest(Misspelling word, Consumer<List<String>> answer) {
        work.run(() -> spelling.suggestions(word))
            .onSuccess(answer::accept)
            .onFailure(problem -> answer.accept(List.of()));
      }

      @Override
      public void add(String word) {
        change(() -> spelling.add(word));
      }

      @Override
      public void remove(String word) {
        change(() -> spelling.remove(word));
      }

      private void change(Runnable act) {
        work.run(
                () -> {
                  act.run();
                  return true;
                })
            .onSuccess(done -> edition.set(edition.get() + 1))
            .onFailure(problem -> {});
      }
    }
  }
}
