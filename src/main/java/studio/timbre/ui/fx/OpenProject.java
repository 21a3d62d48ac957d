package studio.timbre.ui.fx;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Subscription;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;

/** The project on the screen: its session, the edits under way, and what the rooms tell each other about it. */
public final class OpenProject implements AutoCloseable {

  /**
   * Some conversations that another room wants looked at in Data.
   *
   * @param reason in words, shown above the table
   * @param conversations their numbers
   */
  public record Spotlight(String reason, long[] conversations) {}

  /**
   * The state that a training has seen, to be looked at in Data.
   *
   * @param name what the person calls the training
   * @param begun when it began
   */
  public record Lookback(String name, JobId run, Instant begun) {}

  private final ProjectSession session;
  private final Edits edits;
  private final Unfinished unfinished = new Unfinished();
  private final JsonDrafts drafts;
  private final DraftKeeper keeper;
  private final Subscription listening;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final BooleanProperty looked = new SimpleBooleanProperty();
  private final LongProperty selected = new SimpleLongProperty();
  private final LongProperty shown = new SimpleLongProperty();
  private final ObjectProperty<Optional<JobId>> openRun =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<JobId>> heardRun =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<JobId>> moving =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> heardModel =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<LibraryModel>> base =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Spotlight>> spotlight =
      new SimpleObjectProperty<>(Optional.empty());

  private final ObjectProperty<Optional<ConversationQuery>> asked =
      new SimpleObjectProperty<>(Optional.empty());

  private final ObjectProperty<Optional<Lookback>> lookback =
      new SimpleObjectProperty<>(Optional.empty());

  public OpenProject(ProjectSession session, Work work) {
    this.session = session;
    this.edits = new Edits(session, work);
    this.drafts = new JsonDrafts(session.drafts().atOpening());
    this.keeper = new DraftKeeper(drafts, session.drafts(), work, revision());
    this.listening = session.onChange(work.gather(() -> revision.set(revision.get() + 1)));
  }

  public ProjectSession session() {
    return session;
  }

  public Edits edits() {
    return edits;
  }

  /** What would be lost if the project were closed now. */
  public Unfinished unfinished() {
    return unfinished;
  }

  /** Wrong JSON that was typed into conversations. */
  public JsonDrafts drafts() {
    return drafts;
  }

  /** What kept such a draft from being written to the file, if anything. */
  public ReadOnlyObjectProperty<Optional<Exception>> draftProblem() {
    return keeper.problem();
  }

  /** Rises after every change to the conversations or their counts: listen to it and read anew. */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Whether a first look for problems was made since the project was opened. */
  public BooleanProperty looked() {
    return looked;
  }

  /** Conversations selected in the table. */
  public LongProperty selected() {
    return selected;
  }

  /** Conversations that the table shows after search and filters. */
  public LongProperty shown() {
    return shown;
  }

  /** The run that Runs shows. */
  public ObjectProperty<Optional<JobId>> openRun() {
    return openRun;
  }

  /** The run whose voice Hear lets speak beside the untuned one. */
  public ObjectProperty<Optional<JobId>> heardRun() {
    return heardRun;
  }

  /** A job at a provider that Train should think out for another one. */
  public ObjectProperty<Optional<JobId>> moving() {
    return moving;
  }

  /** The model, tuned at a provider, that Hear lets speak. */
  public ObjectProperty<Optional<String>> heardModel() {
    return heardModel;
  }

  /** The base model that Train would train; empty until that room was entered. */
  public ObjectProperty<Optional<LibraryModel>> base() {
    return base;
  }

  /** What Data should compare with the present, if anything. */
  public ObjectProperty<Optional<Lookback>> lookback() {
    return lookback;
  }

  /** What Data should filter and sort by; it takes it back when it does. */
  public ObjectProperty<Optional<ConversationQuery>> asked() {
    return asked;
  }

  /** What Data should show alone, if anything. */
  public ObjectProperty<Optional<Spotlight>> spotlight() {
    return spotlight;
  }

  /** Waits for the edits under way, so that none is lost, and lets the file go. */
  @Override
  public void close() {
    listening.close();
    session.leave();
    edits.finish();
    keeper.finish();
    session.close();
  }
}
