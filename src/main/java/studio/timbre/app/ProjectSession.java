package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.CostEstimate;
import studio.timbre.model.ImportReport;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;

/**
 * An open project: everything that a person does to its conversations. Each verb is committed to the file when it returns and
 * is one step of undo. Safe for use by several threads; every method may touch the disk, so long ones (import, export, totals of
 * everything) belong off the JavaFX thread.
 */
public final class ProjectSession implements AutoCloseable {

  /** The project file. */
  public Path file() {
    throw new UnsupportedOperationException();
  }

  /** The file's name without its ending. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /** Numbers of the conversations that match, in the order asked for. */
  public long[] ids(ConversationQuery query) {
    throw new UnsupportedOperationException();
  }

  /** These conversations, in this order; numbers that are gone are left out. */
  public List<ConversationRow> rows(long... ids) {
    throw new UnsupportedOperationException();
  }

  public Optional<ConversationRow> row(long id) {
    throw new UnsupportedOperationException();
  }

  /** Tokens of each message by the project's counter. */
  public TokenCount count(Conversation conversation) {
    throw new UnsupportedOperationException();
  }

  /** Adds one at the end, or right behind another; answers its number. */
  public long add(Conversation conversation, Split split, Optional<Long> after) {
    throw new UnsupportedOperationException();
  }

  /** Replaces what was said in some conversations. */
  public void replace(Map<Long, Conversation> conversations) {
    throw new UnsupportedOperationException();
  }

  /** Puts a copy of each right behind it; answers the copies' numbers. */
  public long[] duplicate(long... ids) {
    throw new UnsupportedOperationException();
  }

  public void delete(long... ids) {
    throw new UnsupportedOperationException();
  }

  public void setStatus(Status status, long... ids) {
    throw new UnsupportedOperationException();
  }

  public void setSplit(Split split, long... ids) {
    throw new UnsupportedOperationException();
  }

  /** Takes the last change back, if there is one; answers it. */
  public Optional<ChangeInfo> undo() {
    throw new UnsupportedOperationException();
  }

  public Optional<ChangeInfo> redo() {
    throw new UnsupportedOperationException();
  }

  public Optional<ChangeInfo> nextUndo() {
    throw new UnsupportedOperationException();
  }

  public Optional<ChangeInfo> nextRedo() {
    throw new UnsupportedOperationException();
  }

  /** The newest changes first. */
  public List<ChangeInfo> history(int limit) {
    throw new UnsupportedOperationException();
  }

  /** Takes in the good lines of a chat training file as one change; a cancelled import leaves nothing behind. */
  public ImportReport importJsonl(Path source, Split split, Progress progress)
      throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Writes the conversations that match, a line each, whole or not at all; answers how many. */
  public long exportJsonl(ConversationQuery query, Path target, Progress progress)
      throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Writes a copy of the project, whole or not at all; this session stays with the old file. */
  public void copyTo(Path target) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  public ProjectTotals totals(ConversationQuery query) {
    throw new UnsupportedOperationException();
  }

  /** The model of the catalogue for which tokens and cost are shown. */
  public CatalogueEntry chosenModel() {
    throw new UnsupportedOperationException();
  }

  /** Counts everything anew in the background; {@link #onChange} tells when figures move. */
  public void chooseModel(CatalogueEntry model) {
    throw new UnsupportedOperationException();
  }

  /** Epochs chosen by the person, or empty for the default rule. */
  public OptionalInt chosenEpochs() {
    throw new UnsupportedOperationException();
  }

  public void chooseEpochs(OptionalInt epochs) {
    throw new UnsupportedOperationException();
  }

  /** What training on the chosen model would come to, over the training conversations. */
  public CostEstimate estimate() {
    throw new UnsupportedOperationException();
  }

  /** Problems of the data, worst first. */
  public List<Problem> problems() {
    throw new UnsupportedOperationException();
  }

  /** A small thing that the project remembers, as the order of columns. */
  public Optional<String> setting(String key) {
    throw new UnsupportedOperationException();
  }

  public void remember(String key, String value) {
    throw new UnsupportedOperationException();
  }

  /** Calls back after every change to the conversations or their counts, on any thread, until closed. */
  public Subscription onChange(Runnable listener) {
    throw new UnsupportedOperationException();
  }

  /** The training runs of this project. */
  public Runs runs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
