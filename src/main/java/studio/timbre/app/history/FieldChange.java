package studio.timbre.app.history;

import java.util.List;

/**
 * Something beside the words that is not the same in two states.
 *
 * @param name a key of its kind: of a conversation {@code status}, {@code split}, {@code rating}, {@code tags}, {@code note},
 *     {@code assignee} or a key of the training file; of a message {@code role}, {@code weight}, {@code name}, {@code content} or such
 *     a key
 * @param before as it is stored; empty for nothing
 * @param after as it is stored; empty for nothing
 */
public record FieldChange(String name, String before, String after) {

  /** Compared word by word. */
  public List<Piece> words() {
    return WordDiff.of(before, after);
  }
}
