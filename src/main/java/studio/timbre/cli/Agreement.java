package studio.timbre.cli;

import java.util.Locale;
import picocli.CommandLine.Option;
import studio.timbre.model.UserFacingException;

/**
 * Asks the person at a terminal before something begins that costs money and that no budget holds. A program that runs the command has
 * said so by running it; it is told the price and is not asked.
 */
final class Agreement {
  @Option(names = "--yes", description = "Begins what costs money without asking first.")
  private boolean given;

  /**
   * @param question as "Begin the job?"
   * @throws UserFacingException where the answer is anything but yes; nothing is begun then
   */
  void ask(Session session, String question) throws UserFacingException {
    if (given || !session.isTerminal()) {
      return;
    }
    String answer = session.line(question + " [y/N] ").orElse("").strip().toLowerCase(Locale.ROOT);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new UserFacingException(
          "error.cost.notAgreed", "Nothing was begun, and nothing was sent.");
    }
  }
}
