package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.timbre.app.history.ProjectVersions;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.CostEstimate;
import studio.timbre.model.FirstFound;
import studio.timbre.model.ImportReport;
import studio.timbre.model.Pen;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.WrittenFormat;
import studio.timbre.store.Edits;
import studio.timbre.store.ProjectFile;

/**
 * An open project: everything that a person does to its conversations. Each verb is committed to the file when it returns and
 * is one step of undo. Safe for use by several threads; every method may touch the disk, so long ones (import, export, totals of
 * everything) belong off the JavaFX thread.
 */
public final class ProjectSession implements AutoCloseable {
  /** How project files end. */
  public static final String ENDING = ".timbre";

  private final ProjectParts parts;
  private final BulkEdits bulk = new BulkEdits(this);

  /**
   * Takes the project over; it is closed with this session.
   *
   * @param who the person's name, as it is when a change is made
   * @param home Timbre's own folder
   * @param keys where the keys of its jobs at providers are
   * @param models those on this computer
   */
  ProjectSession(
      ProjectFile project,
      List<CatalogueEntry> catalogue,
      Supplier<String> who,
      TimbreFolder home,
      ApiQuotes apiQuotes,
      JobKeys.Source keys,
      Models models) {
    parts = new ProjectParts(project, catalogue, who, home, apiQuotes, keys, models);
    parts.start();
  }

  /** The project file. */
  public Path file() {
    return parts.project.path();
  }

  /**
   * After a crash: looks through the file for damage, beside the work. Returns when that is done, at once where nothing is to be
   * done.
   *
   * @throws UserFacingException where the file is damaged
   */
  public void inspect() throws UserFacingException {
    parts.project.inspect();
  }

  /** The file's name without its ending. */
  public String name() {
    return name(parts.project.path());
  }

  static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /**
   * A number that changes when conversations come, go or move: the numbers of all, read after it, are right as long as it stays.
   */
  public long arrangement() {
    return parts.conversations.arrangement();
  }

  /** Numbers of the conversations that match, in the order asked for. */
  public long[] ids(ConversationQuery query) {
    return parts.conversations.ids(fresh(query, Progress.NONE), parts.counter());
  }

  /** As the other; a cancelled one throws {@link java.util.concurrent.CancellationException}. */
  public long[] ids(ConversationQuery query, Progress progress) {
    return parts.conversations.ids(fresh(query, progress), parts.counter(), progress);
  }

  /** The first of what {@link #ids} would answer, and how many there are, as soon as can be. */
  public FirstFound first(ConversationQuery query, int limit, Progress progress) {
    return parts.conversations.first(fresh(query, progress), parts.counter(), limit, progress);
  }

  /** These conversations, in this order; numbers that are gone are left out. */
  public List<ConversationRow> rows(long... ids) {
    return parts.conversations.rows(parts.counter(), ids);
  }

  public Optional<ConversationRow> row(long id) {
    return rows(id).stream().findFirst();
  }

  /** Tokens of each message by the project's counter. */
  public TokenCount count(Conversation conversation) {
    return parts.counting.counter().count(conversation);
  }

  /**
   * Any change as one step of undo; see {@link Edits#write}.
   *
   * @param kind what was done: the end of the message key {@code change.<kind>}
   */
  public <T> T write(String kind, Function<? super Pen, T> work) {
    T result = parts.edits.write(kind, work);
    parts.journal.nextUndo().ifPresent(change -> parts.counting.changed(change.conversations()));
    parts.listeners.tell();
    return result;
  }

  /** Changes many conversations at once. */
  public BulkEdits bulk() {
    return bulk;
  }

  /** Adds one at the end, or right behind another; answers its number. */
  public long add(Conversation conversation, Split split, Optional<Long> after) {
    long id = parts.edits.add(conversation, split, after);
    changed(1);
    return id;
  }

  /** Replaces what was said in some conversations. */
  public void replace(Map<Long, Conversation> conversations) {
    parts.edits.replace(conversations);
    changed(conversations.size());
  }

  /** Puts a copy of each right behind it; answers the copies' numbers. */
  public long[] duplicate(long... ids) {
    long[] copies = parts.edits.duplicate(ids);
    changed(copies.length);
    return copies;
  }

  public void delete(long... ids) {
    parts.edits.delete(ids);
    parts.listeners.tell();
  }

  public void setStatus(Status status, long... ids) {
    parts.edits.setStatus(status, ids);
    parts.listeners.tell();
  }

  public void setSplit(Split split, long... ids) {
    parts.edits.setSplit(split, ids);
    parts.listeners.tell();
  }

  /** Takes the last change back, if there is one; answers it. */
  public Optional<ChangeInfo> undo() {
    return walked(parts.journal.undo());
  }

  public Optional<ChangeInfo> redo() {
    return walked(parts.journal.redo());
  }

  public Optional<ChangeInfo> nextUndo() {
    return parts.journal.nextUndo();
  }

  public Optional<ChangeInfo> nextRedo() {
    return parts.journal.nextRedo();
  }

  /** The newest changes first. */
  public List<ChangeInfo> history(int limit) {
    return parts.journal.history(limit);
  }

  /**
   * Takes in the sound conversations of a file as one change, in any format that {@link studio.timbre.dataset.ConversationReader} tells by
   * its content; a cancelled import leaves nothing behind.
   */
  public ImportReport importJsonl(Path source, Split split, Progress progress)
      throws UserFacingException {
    return importAll(List.of(source), split, Status.DRAFT, mappings(), progress);
  }

  /**
   * As {@link #importJsonl}, of several files and folders at once; of a folder, with those below it, the files whose endings Timbre
   * knows. One of several that cannot be read is told of in the report.
   *
   * @param status of conversations of which the file says none
   * @param mappings what the columns of tables mean
   */
  public ImportReport importAll(
      List<Path> sources, Split split, Status status, TableMappings mappings, Progress progress)
      throws UserFacingException {
    var report =
        parts.transfer.read(sources, split, status, mappings, parts.leaving.with(progress));
    if (report.imported() > 0) {
      parts.counting.start();
      parts.listeners.tell();
    }
    return report;
  }

  /** What is known of the columns of tables that were imported before. */
  public KeptMappings mappings() {
    return new KeptMappings(this);
  }

  /**
   * Writes the conversations that match into a file, whole or not at all: a table where its ending says so, else training lines; answers
   * how many.
   */
  public long exportJsonl(ConversationQuery query, Path target, Progress progress)
      throws UserFacingException {
    var format =
        WrittenFormat.of(target).filter(WrittenFormat::isTable).orElse(WrittenFormat.LINES);
    return export(query, target, format, progress).written();
  }

  /** As the other, in a format of choice. */
  public WrittenReport export(
      ConversationQuery query, Path target, WrittenFormat format, Progress progress)
      throws UserFacingException {
    return export(query, target, format, SheetLanguage.ENGLISH, progress);
  }

  /**
   * As the other. A table tells which conversations of this project its rows are, so that it can be brought back.
   *
   * @param language in which a table is headed
   */
  public WrittenReport export(
      ConversationQuery query,
      Path target,
      WrittenFormat format,
      SheetLanguage language,
      Progress progress)
      throws UserFacingException {
    var asked = fresh(query, progress);
    var sheet =
        format.isTable()
            ? new Transfer.Sheet(
                language, Optional.of(parts.packs.newSheet(parts.journal.position())))
            : Transfer.Sheet.NONE;
    return parts.transfer.write(asked, parts.counter(), target, format, sheet, progress);
  }

  /** Writes a copy of the project, whole or not at all; this session stays with the old file. */
  public void copyTo(Path target) throws UserFacingException {
    parts.project.copyTo(target);
  }

  public ProjectTotals totals(ConversationQuery query) {
    return parts.conversations.totals(fresh(query, Progress.NONE), parts.counter());
  }

  /** The model of the catalogue for which tokens and cost are shown. */
  public CatalogueEntry chosenModel() {
    return parts.chosen.get();
  }

  /** Counts everything anew in the background; {@link #onChange} tells when figures move. */
  public void chooseModel(CatalogueEntry model) {
    parts.chosen.set(model);
    parts.counting.use(ChosenModel.counter(model));
    parts.listeners.tell();
  }

  /** Epochs chosen by the person, or empty for the default rule. */
  public OptionalInt chosenEpochs() {
    return parts.chosen.epochs();
  }

  public void chooseEpochs(OptionalInt epochs) {
    parts.chosen.setEpochs(epochs);
    parts.listeners.tell();
  }

  /** The states that the conversations have been in, with and without names. */
  public ProjectVersions versions() {
    return parts.versions;
  }

  /** Who works on it, and the tags that they use. */
  public Team team() {
    return parts.team;
  }

  /** Which conversations are trained on. */
  public TrainingChoice training() {
    return parts.training;
  }

  /** Hands over the conversations of a split that are trained on or measured with. */
  void eachChosen(Split split, Consumer<Conversation> consumer) {
    parts.conversations.each(
        parts.training.get().query(split), "", row -> consumer.accept(row.conversation()));
  }

  /** What training on the chosen model would come to, over the training conversations. */
  public CostEstimate estimate() {
    return parts.quotes.estimate(parts.chosen.get(), parts.chosen.epochs());
  }

  /** Problems of the data, worst first. */
  public List<Problem> problems() {
    return problems(Progress.NONE);
  }

  /** As the other; the first look at many conversations takes minutes. A cancelled one keeps what it has looked at. */
  public List<Problem> problems(Progress progress) {
    return parts.problems.find(
        parts.counter(), parts.chosen.get().contextLengthTraining(), progress);
  }

  /** What is checked over all of it. */
  public Checking checking() {
    return new Checking(this, parts);
  }

  /** What can be done about problems. */
  public Mending mending() {
    return new Mending(this, parts.passed);
  }

  /** Tells listeners that something moved beside the conversations. */
  void tell() {
    parts.listeners.tell();
  }

  /** How the brand sounds: the voice guide and its scores. */
  public Voice voice() {
    return parts.voice;
  }

  /** What the conversations are about. */
  public ProjectTopics topics() {
    return parts.topics;
  }

  /** What conversations can be filtered by, and how many there are of each. */
  public Facets facets() {
    return parts.facets;
  }

  /** Searches and filters that were given a name. */
  public SavedViews views() {
    return parts.views;
  }

  /** Wrong JSON that was typed into conversations. */
  public KeptDrafts drafts() {
    return parts.drafts;
  }

  /** A small thing that the project remembers, as the order of columns. */
  public Optional<String> setting(String key) {
    return parts.project.settings().get(key);
  }

  public void remember(String key, String value) {
    parts.project.settings().put(key, value);
  }

  /** Calls back after every change to the conversations or their counts, on any thread, until closed. */
  public Subscription onChange(Runnable listener) {
    return parts.listeners.add(listener);
  }

  /** The number of the last change that is not taken back, 0 for none: names the state of the data. */
  public long journalPosition() {
    return parts.journal.position();
  }

  /** Looks for harmful content; what it flags is among {@link #problems}. */
  public Moderation moderation() {
    return parts.moderation;
  }

  /** The jobs of this project at providers; those that are not over are seen to while it is open. */
  public ApiJobs apiJobs() {
    return parts.apiJobs;
  }

  /** Where the data could go today, and what would stop it. */
  public Destinations destinations() {
    return parts.destinations;
  }

  /** What models on this computer would make of the data. */
  public LocalDestinations localDestinations() {
    return parts.localDestinations;
  }

  /** What such jobs may cost in all. */
  public ProjectBudget budget() {
    return parts.budget;
  }

  /** Begins such jobs with the conversations of this project. */
  public ApiTraining apiTraining() {
    return parts.apiTraining;
  }

  /** Puts conversations together and takes them apart. */
  public Joining joining() {
    return new Joining(this);
  }

  /** The training runs of this project on this computer. */
  public Runs runs() {
    return parts.runs;
  }

  /** Parts of this project that go to colleagues and come back. */
  public ReviewPacks packs() {
    return parts.packs;
  }

  /**
   * Says that the project will be closed, so that nobody waits for it then: a first look, the finding of topics and the like end where they are,
   * and an import leaves nothing behind. Edits go on until {@link #close}.
   */
  public void leave() {
    parts.leave();
  }

  @Override
  public void close() {
    parts.close();
  }

  /** The same, once the problems that it asks for are those of the data as it is now. */
  private ConversationQuery fresh(ConversationQuery query, Progress progress) {
    if (!query.filter().problems().isEmpty()) {
      parts.freshenProblems(progress);
    }
    return query;
  }

  private void changed(int conversations) {
    parts.counting.changed(conversations);
    parts.listeners.tell();
  }

  private Optional<ChangeInfo> walked(Optional<ChangeInfo> change) {
    change.ifPresent(
        walked -> {
          parts.counting.changed(walked.conversations());
          parts.listeners.tell();
        });
    return change;
  }
}
