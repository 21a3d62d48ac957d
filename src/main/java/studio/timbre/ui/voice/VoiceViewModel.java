package studio.timbre.ui.voice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.Spelling;
import studio.timbre.app.Voice;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Range;
import studio.timbre.model.Status;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Work;

/** The voice guide as it is written, and how well the conversations keep it. */
final class VoiceViewModel implements AutoCloseable {
  /** Many changes in a row are read once. */
  private static final Duration REST = Duration.ofMillis(200);

  /** So many versions are looked back at for what can be undone, as each undo adds one. */
  private static final int HISTORY = 200;

  private final OpenProject project;
  private final Voice voice;
  private final Work work;
  private final Work.Lane reading;
  private final Spelling spelling;
  private final Consumer<VoiceRule> draftFound;
  private final ReadOnlyObjectWrapper<List<String>> words = new ReadOnlyObjectWrapper<>(List.of());
  private final Work.Queue writing;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<VoiceGuide> guide =
      new ReadOnlyObjectWrapper<>(VoiceGuide.NONE);
  private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
  private final Learning learning;
  private final GuideDrafts drafts;
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final Subscription listening;
  private final studio.timbre.app.Subscription progress;
  private int unwritten;
  private boolean seen;

  /** @param draftFound told of a rule that was being written when the program ended, and is in the guide now */
  VoiceViewModel(
      OpenProject project,
      Work work,
      Consumer<? super Exception> failure,
      Consumer<VoiceRule> draftFound) {
    this.draftFound = draftFound;
    this.spelling = new Spelling(project.session());
    this.project = project;
    this.voice = project.session().voice();
    this.work = work;
    this.reading = work.lane();
    this.writing = work.queue();
    this.failure = failure;
    this.learning = new Learning(voice, work, failure);
    this.drafts = new GuideDrafts(voice, work.lane(), writing, failure);
    listening = project.revision().subscribe((before, now) -> read(REST));
    progress = voice.onProgress(work.gather(this::standingMoved));
  }

  /** The guide with every change in it, also those on their way to the file. */
  ReadOnlyObjectProperty<VoiceGuide> guide() {
    return guide.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Figures> figures() {
    return figures.getReadOnlyProperty();
  }

  /** Whether guide and figures have been read at least once: before, nothing is to be said of them. */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** The screen is shown or left; nothing is read that nobody sees. */
  void setSeen(boolean isSeen) {
    seen = isSeen;
    if (isSeen) {
      voice.ask();
    }
    read(Duration.ZERO);
  }

  /** The bar moves at once; what is counted follows when scoring is over. */
  private void standingMoved() {
    var now = voice.standing();
    var known = figures.get();
    figures.set(new Figures(now, known.counts(), known.breaking(), known.approved(), known.past()));
    if (now.state() != State.JUDGING) {
      read(Duration.ZERO);
    }
  }

  private record Read(
      Figures figures, VoiceGuide guide, List<String> words, Optional<VoiceRule> draft) {}

  private void read(Duration pause) {
    if (!seen) {
      return;
    }
    reading
        .run(
            () -> {
              var history = voice.history(HISTORY);
              var approved =
                  ConversationQuery.of(
                      ConversationFilter.ALL.withStatuses(Set.of(Status.APPROVED)));
              return new Read(
                  new Figures(
                      voice.standing(),
                      voice.counts(),
                      voice.breaking(),
                      project.session().totals(approved).conversations(),
                      new Figures.Past(history, history.size() < HISTORY)),
                  history.stream().findFirst().map(GuideVersion::guide).orElse(VoiceGuide.NONE),
                  List.copyOf(spelling.ownWords()),
                  known.get() ? Optional.empty() : voice.draft());
            })
        .after(pause)
        .onSuccess(
            read -> {
              figures.set(read.figures());
              if (unwritten == 0) {
                guide.set(read.guide());
              }
              words.set(read.words());
              boolean first = !known.get();
              known.set(true);
              if (first) {
                read.draft().ifPresent(this::takeUp);
              }
            })
        .onFailure(failure);
  }

  /** What somebody was typing when the program ended is in the guide, as if the keyboard had left it. */
  private void takeUp(VoiceRule rule) {
    var before = guide.get();
    change(now -> now.with(rule));
    if (!before.equals(guide.get())) {
      draftFound.accept(rule);
    }
  }

  /** What is being typed and is not in the guide yet. */
  void typing(VoiceRule rule) {
    drafts.typing(rule, guide.get().rule(rule.kind()).filter(rule::equals).isPresent());
  }

  /** The words that are right in the project whatever dictionaries say. */
  ReadOnlyObjectProperty<List<String>> words() {
    return words.getReadOnlyProperty();
  }

  void setWords(List<String> newWords) {
    words.set(List.copyOf(newWords));
    write(() -> spelling.setOwnWords(newWords), () -> {});
  }

  /** Changes the guide; what changes nothing leaves no trace. */
  void change(UnaryOperator<VoiceGuide> how) {
    drafts.forget();
    var changed = how.apply(guide.get());
    if (!changed.equals(guide.get())) {
      guide.set(changed);
      write(
          () -> {
            voice.change(changed);
            voice.dropDraft();
          },
          () -> {});
    }
  }

  /** An act on the guide in the file. */
  @FunctionalInterface
  private interface Act {
    void run() throws Exception;
  }

  private void write(Act act, Runnable done) {
    unwritten++;
    queue(act)
        .onSuccess(written -> done.run())
        .onEnd(
            () -> {
              unwritten--;
              read(Duration.ZERO);
            })
        .onFailure(failure);
  }

  void restore(GuideVersion version) {
    guide.set(version.guide());
    write(() -> voice.restore(version), () -> {});
  }

  /** Puts the guide of a file in force. */
  void importFrom(Path file, Runnable done) {
    write(() -> voice.importGuide(file), done);
  }

  void exportTo(Path file, Runnable done) {
    work.run(
            () -> {
              voice.exportGuide(file);
              return file;
            })
        .onSuccess(written -> done.run())
        .onFailure(failure);
  }

  private Sentence<Boolean> queue(Act act) {
    return writing.run(
        () -> {
          act.run();
          return true;
        });
  }

  /** What approved answers teach, as far as it is known. */
  Learning learning() {
    return learning;
  }

  void take(LearnedRule learned) {
    change(now -> now.taking(learned.rule()));
  }

  void takeAll(VoiceLesson lesson) {
    change(lesson::over);
  }

  /** Whether the guide asks for it already. */
  boolean isTaken(LearnedRule learned) {
    return guide.get().taking(learned.rule()).equals(guide.get());
  }

  void pause() {
    voice.pause();
  }

  void goOn() {
    voice.goOn();
  }

  /** Asks Data for the conversations that break a rule, the worst first. */
  void show(VoiceKind kind) {
    ask(ConversationFilter.ALL.withVoiceRules(Set.of(kind)));
  }

  /** Asks Data for those with such a score; for all with {@link Range#ANY}. */
  void show(Range scores) {
    ask(ConversationFilter.ALL.withVoice(scores));
  }

  private void ask(ConversationFilter filter) {
    project.asked().set(Optional.of(ConversationQuery.of(filter).sortedBy(Sort.VOICE, false)));
  }

  @Override
  public void close() {
    seen = false;
    // What was typed last is on its way to the file, which closes next.
    writing.finish("the voice guide was still being written when the project was closed");
    listening.unsubscribe();
    progress.close();
    reading.forget();
    drafts.forget();
    learning.close();
  }
}
