package studio.timbre.ui.fx;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.timbre.model.UserFacingException;

/**
 * A failure as it is shown.
 *
 * @param sentence what happened, what it means for the work, what to do
 * @param details technical text to fold out and copy
 */
public record Fault(String sentence, Optional<String> details) {
  private static final Logger LOG = Logger.getLogger(Fault.class.getName());

  /** Puts a failure into words; one that nobody foresaw also goes to the log, under the code that the sentence names. */
  public static Fault of(Throwable problem, Texts texts) {
    if (problem instanceof UserFacingException known) {
      return new Fault(
          texts.of(known), Optional.ofNullable(known.getCause()).map(cause -> trace(cause)));
    }
    var random = new byte[2];
    ThreadLocalRandom.current().nextBytes(random);
    String code = HexFormat.of().withUpperCase().formatHex(random);
    LOG.log(Level.SEVERE, "fault " + code, problem);
    return new Fault(
        texts.get("error.unexpected", code), Optional.of(code + "\n" + trace(problem)));
  }

  private static String trace(Throwable problem) {
    var text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
