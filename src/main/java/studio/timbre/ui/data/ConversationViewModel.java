package studio.timbre.ui.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Turns;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.TokenCount;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** One whole conversation, edited message by message; each verb is one step of undo. */
final class ConversationViewModel implements AutoCloseable {
  private final OpenProject project;
  private final Work.Lane reading;
  private final Work.Lane counting;
  private final Work.Lane judging;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<ConversationRow>> row =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<TokenCount>> count =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Judged>> judged =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private Optional<Long> id = Optional.empty();

  /** A conversation and how well its answers keep the voice guide. */
  record Judged(Conversation conversation, List<AnswerVoice> answers) {
    Judged {
      answers = List.copyOf(answers);
    }
  }

  /**
   * @param shown the number of the conversation to show
   */
  ConversationViewModel(
      OpenProject project,
      Work work,
      ObservableValue<Optional<Long>> shown,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.reading = work.lane();
    this.counting = work.lane();
    this.judging = work.lane();
    this.failure = failure;
    listening =
        Subscription.combine(
            shown.subscribe(this::show),
            project.revision().subscribe(value -> refresh()),
            project.edits().pending().subscribe(value -> refresh()));
  }

  /** What is shown: with every edit in it, also those that are still on their way to the file. */
  ReadOnlyObjectProperty<Optional<ConversationRow>> row() {
    return row.getReadOnlyProperty();
  }

  /** Tokens of what is shown; empty while they are being counted. */
  ReadOnlyObjectProperty<Optional<TokenCount>> count() {
    return count.getReadOnlyProperty();
  }

  /** How well the answers of what is shown keep the voice guide; empty while they are being judged for the first time. */
  ReadOnlyObjectProperty<Optional<Judged>> judged() {
    return judged.getReadOnlyProperty();
  }

  private void show(Optional<Long> newId) {
    if (!newId.equals(id)) {
      id = newId;
      reading.forget();
      counting.forget();
      count.set(Optional.empty());
      judging.forget();
      judged.set(Optional.empty());
      if (newId.isEmpty()) {
        row.set(Optional.empty());
      }
      refresh();
    }
  }

  /**
   * What is read while edits are under way, of this pane or the table, would be older than what is shown; the end of the last of
   * them brings another call.
   */
  private void refresh() {
    if (id.isEmpty() || project.edits().pending().get() > 0) {
      return;
    }
    long asked = id.get();
    reading
        .run(() -> project.session().row(asked))
        .onSuccess(
            read -> {
              if (project.edits().pending().get() == 0) {
                row.set(read);
                recount();
              }
            })
        .onFailure(failure);
  }

  private void recount() {
    row.get()
        .ifPresent(
            shown ->
                counting
                    .run(() -> project.session().count(shown.conversation()))
                    .onSuccess(counted -> count.set(Optional.of(counted)))
                    .onFailure(failure));
    row.get()
        .map(ConversationRow::conversation)
        .ifPresent(
            shown ->
                judging
                    .run(() -> new Judged(shown, project.session().voice().judge(shown)))
                    .onSuccess(answers -> judged.set(Optional.of(answers)))
                    .onFailure(failure));
  }

  /** Adds an empty message at the end; instructions come first. */
  void add(Role role) {
    edit(
        conversation -> {
          boolean first = role.equals(Role.SYSTEM) || role.equals(Role.DEVELOPER);
          return Turns.withAdded(
              conversation, first ? -1 : conversation.messages().size() - 1, role);
        });
  }

  /** Makes a new conversation of some of the messages, right behind this one. */
  void takeOut(SequencedSet<Integer> messages) {
    row.get().ifPresent(shown -> make(session -> session.joining().takeOut(shown.id(), messages)));
  }

  /** Makes a new conversation of one of the answers of a pair, right behind it. */
  void promote(UnaryOperator<Conversation> answer) {
    row.get()
        .ifPresent(
            shown ->
                make(
                    session ->
                        session
                            .joining()
                            .addBehind(shown.id(), "promote", answer.apply(shown.conversation()))));
  }

  /** Changes what is shown, at once; what changes nothing leaves no trace. */
  void edit(UnaryOperator<Conversation> how) {
    row.get()
        .ifPresent(
            shown -> {
              var changed = how.apply(shown.conversation());
              if (changed.equals(shown.conversation())) {
                return;
              }
              row.set(Optional.of(shown.withConversation(changed)));
              recount();
              make(
                  session -> {
                    session.replace(Map.of(shown.id(), changed));
                    return changed;
                  });
            });
  }

  void setSplit(Split split) {
    row.get()
        .ifPresent(
            shown ->
                make(
                    session -> {
                      session.setSplit(split, shown.id());
                      return split;
                    }));
  }

  private void make(Function<ProjectSession, ?> change) {
    project.edits().make(change).onFailure(failure);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
    counting.forget();
    judging.forget();
  }
}
