package studio.timbre.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;

/**
 * A project: one SQLite file. Every act on it is one transaction, on the disk when it returns. Safe for use by several threads;
 * one program at a time.
 */
public final class ProjectFile implements AutoCloseable {
  private final Path file;
  private final Optional<ProjectLock> lock;
  private final Database database;
  private final Upkeep upkeep;
  private final Conversations conversations;
  private final Optional<Inspection> inspection;
  private final Topics topics;
  private final SmallCounts smallCounts = new SmallCounts();

  /**
   * Made by {@link ProjectOpening}.
   *
   * @param lock let go at the end; none where several programs may use the file
   * @param toBeInspected whether the program that had the file before did not come to close it
   */
  ProjectFile(Path file, Optional<ProjectLock> lock, Database database, boolean toBeInspected) {
    this.inspection =
        toBeInspected ? Optional.of(new Inspection(database, file)) : Optional.empty();
    this.file = file;
    this.lock = lock;
    this.database = database;
    this.upkeep = new Upkeep(database);
    this.conversations = new Conversations(database);
    this.topics = new Topics(database);
  }

  /** Makes an empty project; refuses to overwrite a file. */
  public static ProjectFile create(Path file) throws UserFacingException {
    return ProjectOpening.create(file);
  }

  /** Opens a project, bringing one of an older version up to date. A file that is no project is not touched. */
  public static ProjectFile open(Path file) throws UserFacingException {
    return ProjectOpening.open(file);
  }

  /**
   * Opens a file of jobs that several programs may use at a time, making it at first. Each act on it is one transaction, and what
   * is written by one program alone is kept apart by those who write.
   */
  public static ProjectFile openShared(Path file) throws UserFacingException {
    return ProjectOpening.openShared(file);
  }

  /** Begins what is done beside the work. */
  void startUpkeep() throws SQLException {
    upkeep.start();
  }

  /**
   * Where the program that had the file before did not come to close it, reads it through, however long that takes; until then
   * the project can be worked with. Returns when that is done, or the project is closed.
   *
   * @throws UserFacingException where the file is damaged
   */
  public void inspect() throws UserFacingException {
    if (inspection.isPresent()) {
      inspection.get().make();
    }
  }

  Database database() {
    return database;
  }

  /** As it was named when it was opened. */
  public Path path() {
    return file;
  }

  public Conversations conversations() {
    return conversations;
  }

  /**
   * The verbs.
   *
   * @param who is written into the journal
   */
  public Edits edits(String who) {
    return edits(() -> who);
  }

  /**
   * The verbs.
   *
   * @param who asked for each change, and written into the journal
   */
  public Edits edits(Supplier<String> who) {
    return new Edits(database, who, smallCounts);
  }

  public Reviews reviews() {
    return new Reviews(database);
  }

  public Versions versions() {
    return new Versions(database);
  }

  public Journal journal() {
    return new Journal(database, smallCounts);
  }

  public Traits traits() {
    return new Traits(database);
  }

  /** What the checks keep of each conversation. */
  public Looks looks() {
    return new Looks(database);
  }

  /** Which conversations acts have touched, for one more who asks. */
  public ChangedConversations changedConversations() {
    return new ChangedConversations(database);
  }

  public VoiceScores voiceScores() {
    return new VoiceScores(database);
  }

  public Topics topics() {
    return topics;
  }

  /** @param who asked for each change */
  public VoiceGuides voiceGuides(Supplier<String> who) {
    return new VoiceGuides(database, who);
  }

  /**
   * Findings that somebody let pass.
   *
   * @param who asked for each
   */
  public PassedProblems passedProblems(Supplier<String> who) {
    return new PassedProblems(database, who);
  }

  public FoundProblems foundProblems() {
    return new FoundProblems(database);
  }

  public FacetCounts facetCounts() {
    return new FacetCounts(database);
  }

  public TokenCounts tokenCounts() {
    return new TokenCounts(database);
  }

  /** From now on edits of few conversations bring their counts: see {@link TokenCounts#AT_ONCE}. */
  public void countSmallActs(String counter, Function<Conversation, TokenCount> count) {
    smallCounts.use(counter, count);
  }

  public Settings settings() {
    return new Settings(database);
  }

  public RunStore runs() {
    return new RunStore(database);
  }

  public ApiJobStore apiJobs() {
    return new ApiJobStore(database);
  }

  /** What was paid for answers of providers. */
  public PaidAnswers paidAnswers() {
    return new PaidAnswers(database);
  }

  public ModerationStore moderation() {
    return new ModerationStore(database);
  }

  /** Review packs: those made of this project, and what this one is if it is one itself. */
  public Packs packs() {
    return new Packs(database);
  }

  /**
   * Writes a copy of the state as it is now, whole or not at all; a file that is there is replaced. The files of the runs
   * stay this project's own.
   */
  public void copyTo(Path target) throws UserFacingException {
    new ProjectCopy(database).write(target);
  }

  /**
   * The project is to be closed: what is read for a list, a count or a look is broken off with {@link
   * java.util.concurrent.CancellationException}, now and from now on. Acts go on, and so does what a file is written from.
   */
  public void breakOff() {
    inspection.ifPresent(Inspection::stop);
    upkeep.stop();
    database.breakOff();
  }

  @Override
  public void close() {
    try {
      inspection.ifPresent(Inspection::stop);
      upkeep.close();
      database.close();
    } finally {
      lock.ifPresent(ProjectLock::letGo);
    }
  }
}
