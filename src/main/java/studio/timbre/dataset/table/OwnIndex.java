package studio.timbre.dataset.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.model.AddedRows;
import studio.timbre.model.TableMapping;

/**
 * What has to be known of all rows of a table of ours before the first conversation can be made of it: which of them stand apart, and what
 * parts new ones. Some dozen bytes a conversation are held, no text.
 */
final class OwnIndex implements RowGatherer {
  private final TableMapping mapping;
  private final AddedParting byQuestions;
  private final AddedParting byMarks;
  private final OwnRuns runs;
  private final Set<Long> seen = new HashSet<>();
  private final Map<Long, Integer> apart = new HashMap<>();
  private final Runnable eachRow;
  private boolean marked;

  /** @param eachRow called for each row; what it throws ends the looking */
  OwnIndex(TableMapping mapping, boolean numbered, Runnable eachRow) {
    this.eachRow = eachRow;
    this.mapping = mapping;
    this.byQuestions = new AddedParting(mapping, AddedRows.QUESTIONS);
    this.byMarks = new AddedParting(mapping, AddedRows.MARKS);
    this.runs = new OwnRuns(mapping, numbered, List.of(byQuestions, byMarks));
  }

  @Override
  public void names(List<String> header) {}

  @Override
  public void take(TableRow row) {
    eachRow.run();
    marked |= OwnRow.of(row, mapping).mark().isPresent();
    runs.take(row).forEach(this::take);
  }

  private void take(OwnRuns.Step step) {
    if (!step.isAdded() && step.begins() && !seen.add(key(step.row().number()))) {
      apart.merge(key(step.row().number()), 2, (sofar, _) -> sofar + 1);
    }
  }

  @Override
  public void blank(boolean written) {
    runs.blank().forEach(this::take);
  }

  @Override
  public void endSheet() {}

  @Override
  public void end() {
    runs.end().forEach(this::take);
    seen.clear();
  }

  /** Tells the number of a conversation from others; two that are not the same have the same key once in 2^63 times. */
  static long key(String number) {
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < number.length(); i++) {
      hash = (hash ^ number.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** In how many places rows of a conversation stand; 1 for one whose rows stand together. */
  int places(String number) {
    return apart.getOrDefault(key(number), 1);
  }

  /** Whether rows of several conversations stand apart, as in a table that was sorted by something else. */
  boolean isSorted() {
    return apart.size() > 1;
  }

  /** Whether rows tell which ones they are, so that one that does not was added. */
  boolean isMarked() {
    return marked;
  }

  /** Where new conversations begin, and how many there are. */
  AddedFigures added(AddedRows asked) {
    var used =
        asked != AddedRows.TOLD
            ? asked
            : byMarks.isMarked() ? AddedRows.MARKS : AddedRows.QUESTIONS;
    return new AddedFigures(used, byQuestions.count(), byMarks.count());
  }

  /**
   * New conversations among rows without a number.
   *
   * @param used how they are parted
   * @param byQuestions how many there are if each question that follows an answer begins one
   * @param byMarks how many there are if only marks do
   */
  record AddedFigures(AddedRows used, int byQuestions, int byMarks) {}
}
