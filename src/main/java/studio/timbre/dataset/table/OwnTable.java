package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.LineSource;
import studio.timbre.json.TableDetails;
import studio.timbre.model.AddedRows;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/** A table that Timbre wrote, on its way back. It is read twice: first for where the rows of each conversation stand. */
public final class OwnTable implements LineSource {
  private static final int ROWS_LOOKED_AT = 20_000;

  private final MappedRows conversations;
  private final boolean sorted;
  private final OwnIndex.AddedFigures added;

  private OwnTable(MappedRows conversations, boolean sorted, OwnIndex.AddedFigures added) {
    this.conversations = conversations;
    this.sorted = sorted;
    this.added = added;
  }

  /** Rows, each time from the first one. */
  interface Again {
    TableRows open() throws IOException, UserFacingException;
  }

  /**
   * The conversations of a table.
   *
   * @param added where new ones begin
   * @param eachRow called for each row while the table is looked at; what it throws ends that
   * @throws UserFacingException when the file as a whole cannot be read, or is no such table
   */
  public static OwnTable open(Path file, TableFile.Kind kind, AddedRows added, Runnable eachRow)
      throws IOException, UserFacingException {
    var look = TableFile.look(file, kind);
    var mapping = look.guess();
    if (!mapping.isOwn()) {
      throw new IllegalArgumentException(file + " is no table that Timbre wrote");
    }
    return open(
        () -> TableFile.rows(file, kind, mapping.reading(), look.encoding()),
        mapping,
        added,
        eachRow);
  }

  static OwnTable open(Again rows, TableMapping mapping, AddedRows added, Runnable eachRow)
      throws IOException, UserFacingException {
    var index = MappedRows.index(rows.open(), mapping, eachRow);
    var again = rows.open();
    return new OwnTable(
        MappedRows.ours(again, mapping, index, added), index.isSorted(), index.added(added));
  }

  /** Whether rows of several conversations stand apart, so that what stands below what tells nothing. */
  public boolean isSorted() {
    return sorted;
  }

  /** Where new conversations begin among rows without a number. */
  public AddedRows parting() {
    return added.used();
  }

  /** How many conversations there are among rows without a number, if they begin there. */
  public int added(AddedRows where) {
    return switch (where) {
      case TOLD -> added(added.used());
      case QUESTIONS -> added.byQuestions();
      case MARKS -> added.byMarks();
    };
  }

  /**
   * The tables of ours that rows of a file were written into, as far as its beginning tells; none for all other files.
   *
   * @throws UserFacingException when the file as a whole cannot be read
   */
  public static List<SheetPlace.Stamp> stamps(Path file, TableFile.Kind kind)
      throws IOException, UserFacingException {
    var mapping = TableFile.look(file, kind).guess();
    if (!mapping.isOwn()) {
      return List.of();
    }
    Set<SheetPlace.Stamp> found = new LinkedHashSet<>();
    try (var rows = TableFile.rows(file, kind, mapping.reading(), Optional.empty())) {
      int looked = 0;
      for (var row = rows.next(); row.isPresent() && looked < ROWS_LOOKED_AT; row = rows.next()) {
        TableDetails.stamp(OwnRow.cell(row.get(), mapping, TableMapping.Use.DETAILS))
            .flatMap(SheetPlace.Stamp::read)
            .ifPresent(found::add);
        looked++;
      }
    } catch (BrokenTable behind) {
      // What can be read before it is told where the table is read.
    }
    return List.copyOf(found);
  }

  @Override
  public Optional<Line> next() throws IOException {
    return conversations.next();
  }

  @Override
  public long bytesRead() {
    return conversations.bytesRead();
  }

  @Override
  public void close() throws IOException {
    conversations.close();
  }
}
