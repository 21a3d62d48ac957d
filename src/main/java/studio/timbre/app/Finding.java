package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import studio.timbre.model.UserFacingException;

/**
 * Something that should be seen to before a job is sent.
 *
 * @param key a key of {@code messages.properties}, as {@code preflight.few}
 * @param arguments fill its sentence
 * @param file which file it is about; empty for the job as a whole
 * @param lines where in the file, from 1, blank lines counted; the first thousand
 * @param conversations the numbers of the project's conversations in these lines; empty where the data is of no project
 * @param count how many lines it is about in all; 0 where it is about the whole
 */
public record Finding(
    Severity severity,
    String key,
    List<Object> arguments,
    Optional<DataFile> file,
    List<Long> lines,
    List<Long> conversations,
    long count) {

  /** How bad it is. */
  public enum Severity {
    /** The job is not sent: the provider would refuse it, or learn something wrong for money. */
    BLOCKING,
    /** Worth a look. */
    WARNING
  }

  /** One of the files of a job. */
  public enum DataFile {
    TRAINING,
    VALIDATION
  }

  static final int LINES_TOLD = 1000;

  public Finding {
    arguments = List.copyOf(arguments);
    lines = List.copyOf(lines);
    conversations = List.copyOf(conversations);
  }

  static Finding of(Severity severity, String key, Object... arguments) {
    return new Finding(
        severity, key, List.of(arguments), Optional.empty(), List.of(), List.of(), 0);
  }

  static Finding of(UserFacingException refusal) {
    return of(Severity.BLOCKING, refusal.key(), refusal.arguments().toArray());
  }

  Finding in(DataFile data) {
    return new Finding(severity, key, arguments, Optional.of(data), lines, conversations, count);
  }

  /** The same in another sentence. */
  Finding saying(String otherKey) {
    return new Finding(severity, otherKey, List.of(), file, lines, conversations, count);
  }

  /**
   * The same with the conversations that its lines hold.
   *
   * @param written the numbers of the conversations of its file, one a line
   */
  Finding of(long... written) {
    var shown =
        lines.stream()
            .filter(line -> line <= written.length)
            .map(line -> written[Math.toIntExact(line - 1)])
            .toList();
    return new Finding(severity, key, arguments, file, lines, shown, count);
  }

  public boolean isBlocking() {
    return severity == Severity.BLOCKING;
  }

  /** The sentence in English. */
  public String english() {
    return EnglishTexts.get(key, arguments);
  }

  /** What is said where the job is sent all the same. */
  UserFacingException refusal() {
    return new UserFacingException(key, english(), arguments.toArray());
  }
}
