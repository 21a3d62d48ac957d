package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.timbre.dataset.FileKind;
import studio.timbre.dataset.table.OwnTable;
import studio.timbre.dataset.table.TableFile;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.UserFacingException;

/** Tells which files are tables that may have come out of a project. */
final class SheetFiles {
  private SheetFiles() {}

  /** Whether a file is of a kind that such tables are; one of a kind that is never read is not. */
  static boolean isTable(Path file) throws UserFacingException {
    try {
      var kind = FileKind.of(file);
      return kind == FileKind.SEPARATED || kind == FileKind.WORKBOOK;
    } catch (UserFacingException notRead) {
      return false;
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  /** The tables of ours that rows of a file were written into; none for all other files. */
  static List<SheetPlace.Stamp> stamps(Path file) throws UserFacingException {
    if (!isTable(file)) {
      return List.of();
    }
    try {
      return OwnTable.stamps(file, kind(file));
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  static TableFile.Kind kind(Path file) throws IOException, UserFacingException {
    return FileKind.of(file) == FileKind.WORKBOOK
        ? TableFile.Kind.WORKBOOK
        : TableFile.Kind.SEPARATED;
  }
}
