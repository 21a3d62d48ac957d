package studio.timbre.ui.fx;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Work that would be lost if the project were closed now. Belongs to the JavaFX thread. */
public final class Unfinished {

  /** What is under way, as the question before a closing speaks of it. */
  public enum Kind {
    IMPORT,
    EXPORT,
    COPY,
    CHANGE
  }

  /**
   * One such work.
   *
   * @param name of the file, or what is done
   * @param stop asks it to stop; it is over once it is not listed any more
   */
  public record Piece(Kind kind, String name, Runnable stop) {}

  private final ObservableList<Piece> pieces = FXCollections.observableArrayList();
  private final ObservableList<Piece> shown = FXCollections.unmodifiableObservableList(pieces);

  /** What is under way, in the order in which it was begun. */
  public ObservableList<Piece> pieces() {
    return shown;
  }

  /** Work begins; answers what is to be called when it is over, however it ended. */
  public Runnable begin(Kind kind, String name, Runnable stop) {
    var piece = new Piece(kind, name, stop);
    pieces.add(piece);
    return () -> pieces.removeIf(other -> other == piece);
  }
}
