package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.store.Packs;
import studio.timbre.store.ProjectFile;

/** What a colleague sends back: a pack, or a table that came out of the project. */
interface PackContents extends AutoCloseable {
  /** Numbers of what was sent, in the order that it had. */
  long[] packed();

  /** Numbers of what came back, in the order that it has. */
  long[] order();

  /** A conversation as it was when it was sent; empty where it was not. */
  Optional<Curated> base(long id);

  /** A conversation as it came back; empty where it did not. */
  Optional<Curated> find(long id);

  /** What of it could not be read, or has no place. */
  List<Refusal> notes();

  /** How a table was understood; empty for packs. */
  default Optional<SheetFigures> figures() {
    return Optional.empty();
  }

  @Override
  void close();

  /** Those of a pack, which is closed with them. */
  static PackContents of(ProjectFile file) {
    Packs packs = file.packs();
    return new PackContents() {
      @Override
      public long[] packed() {
        return packs.packed();
      }

      @Override
      public long[] order() {
        return packs.order();
      }

      @Override
      public Optional<Curated> base(long id) {
        return packs.base(id);
      }

      @Override
      public Optional<Curated> find(long id) {
        return packs.find(id);
      }

      @Override
      public List<Refusal> notes() {
        return List.of();
      }

      @Override
      public void close() {
        file.close();
      }
    };
  }
}
