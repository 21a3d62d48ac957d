package studio.timbre.model;

import java.util.List;

/**
 * Something about the data that a person should look at, with the conversations that it is found in.
 *
 * @param kind named as in OpenAI's cookbook where that has a name for it, as {@code unrecognized_role}; also the end of the
 *     message keys {@code problem.<kind>.title} and {@code problem.<kind>.text}
 * @param severity how bad
 * @param conversations their numbers, in the order of the project
 * @param detail fills the title where a provider named something that Timbre does not know; else empty
 */
public record Problem(String kind, Severity severity, List<Long> conversations, String detail) {
  public enum Severity {
    /** Training would fail, or learn something wrong. */
    ERROR,
    /** Worth a look. */
    WARNING
  }

  public Problem(String kind, Severity severity, List<Long> conversations) {
    this(kind, severity, conversations, "");
  }
}
