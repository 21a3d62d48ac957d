package studio.timbre.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Logger;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;

/** Runs commands in this process, on a Timbre of its own. */
final class CommandRun {
  /** Kept, so that its setting lasts: the log stays out of the build. */
  private static final Logger LOG = Logger.getLogger("studio.timbre.cli");

  private final Path home;
  private final Map<String, String> environment;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String typed = "";
  private boolean terminal;

  CommandRun(Path home) {
    this(home, Map.of());
  }

  CommandRun(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
    LOG.setUseParentHandlers(false);
  }

  /** What the next command finds in its standard input, a line each. */
  void type(String... lines) {
    typed = String.join("\n", lines);
  }

  /** From now on somebody sits at a terminal, and what was typed is the answer to questions. */
  void atATerminal() {
    terminal = true;
  }

  /** Answers the exit code; what was said before is forgotten. */
  int command(String... arguments) {
    out.reset();
    err.reset();
    var session =
        new Session(
            () -> Timbre.startIn(new TimbreFolder(home)),
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            environment);
    typed = "";
    return TimbreCommandLine.run(session, arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
