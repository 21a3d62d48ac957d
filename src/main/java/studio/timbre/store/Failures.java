package studio.timbre.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.sqlite.SQLiteErrorCode;
import studio.timbre.model.ProjectFailure;
import studio.timbre.model.UserFacingException;

/** Turns what SQLite says into sentences for people. */
final class Failures {
  private Failures() {}

  static RuntimeException whileOpen(Path file, SQLException cause) {
    return (cause.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_INTERRUPT.code
        ? new CancellationException()
        : new ProjectFailure(reason(file, cause));
  }

  static UserFacingException reason(Path file, SQLException cause) {
    // The lowest byte names the kind, the higher ones tell more about it.
    var kind = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff);
    return switch (kind) {
      case SQLITE_FULL -> full(file, cause);
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, cause);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> readOnly(file, cause);
      default -> unreadable(file, cause);
    };
  }

  static UserFacingException reason(Path file, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return readOnly(file, cause);
    }
    return isFull(cause) ? full(file, cause) : unreadable(file, cause);
  }

  /** Java tells a full disk by the system's own words alone. */
  private static boolean isFull(IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left") || message.contains("not enough space");
  }

  private static UserFacingException full(Path file, Throwable cause) {
    return failure(
        "error.project.full",
        "The disk is full, so the last change to %s was not saved. Everything before it is safe."
            + " Free some space and do it again.",
        file,
        cause);
  }

  private static UserFacingException readOnly(Path file, Throwable cause) {
    return failure(
        "error.project.readOnly",
        "%s cannot be written, so nothing was changed. Check that you may write to the file and"
            + " its folder.",
        file,
        cause);
  }

  private static UserFacingException unreadable(Path file, Throwable cause) {
    return failure(
        "error.project.unreadable",
        "%s could not be read or written, so the last change was not saved. Check the disk that it"
            + " lies on and try again.",
        file,
        cause);
  }

  static UserFacingException damaged(Path file, Throwable cause) {
    return failure(
        "error.project.damaged",
        "%s is damaged and cannot be used. The file was left as it is. Open a copy of it, or"
            + " restore it from a backup.",
        file,
        cause);
  }

  static UserFacingException failure(String key, String english, Path file, Throwable cause) {
    String name = String.valueOf(file.getFileName());
    return new UserFacingException(key, english.formatted(name), cause, name);
  }

  static UserFacingException failure(String key, String english, Path file) {
    String name = String.valueOf(file.getFileName());
    return new UserFacingException(key, english.formatted(name), name);
  }
}
