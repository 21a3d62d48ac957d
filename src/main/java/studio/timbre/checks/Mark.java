package studio.timbre.checks;

/**
 * Where something is amiss.
 *
 * @param text which of the texts that were handed over, from 0
 * @param start within it, in chars
 * @param end behind its last char
 */
public record Mark(TextProblem problem, int text, int start, int end) {

  /** The words themselves. */
  public String of(String said) {
    return said.substring(start, end);
  }
}
