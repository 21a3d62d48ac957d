package studio.timbre.app;

/** Where the key of a connection is. */
public sealed interface KeySource {

  /** None was entered yet. */
  record None() implements KeySource {}

  /** In the store that the system has for keys. */
  record InSystem() implements KeySource {}

  /** In Timbre's file, locked by a passphrase. */
  record InFile() implements KeySource {}

  /** In an environment variable, read whenever it is needed. */
  record InEnvironment(String variable) implements KeySource {}
}
