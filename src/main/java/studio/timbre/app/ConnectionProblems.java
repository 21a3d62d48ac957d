package studio.timbre.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** What can go wrong with connections, in words. */
final class ConnectionProblems {
  private ConnectionProblems() {}

  static UserFacingException noName() {
    return new UserFacingException(
        "error.connection.noName", "The connection needs a name by which you know it.");
  }

  static UserFacingException nameTaken(String name) {
    return new UserFacingException(
        "error.connection.nameTaken",
        "There is a connection called " + name + " already. Choose another name.",
        name);
  }

  static UserFacingException gone(String name) {
    return new UserFacingException(
        "error.connection.gone",
        "There is no connection called " + name + " any more, so nothing was changed.",
        name);
  }

  static UserFacingException unknown(String name) {
    return new UserFacingException(
        "error.connection.unknown",
        "There is no connection called " + name + ". Look at the list, or add it.",
        name);
  }

  static UserFacingException leadsElsewhere(String name, URI address) {
    return new UserFacingException(
        "error.connection.leadsElsewhere",
        "The connection "
            + name
            + " no longer leads to "
            + address.getHost()
            + ", where this job is. Its key was not sent there. Give the key for that address.",
        name,
        String.valueOf(address.getHost()));
  }

  static UserFacingException noKey(String name) {
    return new UserFacingException(
        "error.connection.noKey",
        name + " has no key yet. Enter one under Settings, Connections.",
        name);
  }

  static UserFacingException keyWanted() {
    return new UserFacingException(
        "error.connection.keyWanted", "Enter the key for this address first.");
  }

  static UserFacingException keyGone(String name) {
    return new UserFacingException(
        "error.connection.keyGone",
        "The key of "
            + name
            + " is no longer where it was kept. Enter it again under Settings, Connections.",
        name);
  }

  static UserFacingException systemSilent(String name) {
    return new UserFacingException(
        "error.connection.systemSilent",
        "The key of "
            + name
            + " lies in this computer's key store, which does not answer now. Unlock it and start Timbre again, or enter the key"
            + " once more.",
        name);
  }

  static UserFacingException variableNotSet(String variable) {
    return new UserFacingException(
        "error.connection.variableNotSet",
        "The environment variable "
            + variable
            + " does not hold a key. Set it and start Timbre again, or enter the key here.",
        variable);
  }

  static UserFacingException noSuchKey() {
    return new UserFacingException(
        "error.connection.notAKey",
        "This cannot be a key: keys have letters, digits and dashes, without blanks. Copy it once more.");
  }

  static UserFacingException unreadable(Path file, Exception cause) {
    return new UserFacingException(
        "error.connection.unreadable",
        "The list of connections could not be read and was left as it is: "
            + file
            + ". Put a copy of it back, or move it away to begin a new list.",
        cause,
        file.toString());
  }

  static UserFacingException notSaved(Path file, IOException cause) {
    return new UserFacingException(
        "error.connection.notSaved",
        "The list of connections could not be written, so it is as it was: "
            + file
            + ". Make room on the disk or check its permissions, then try again.",
        cause,
        file.toString());
  }
}
