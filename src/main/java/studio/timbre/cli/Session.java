package studio.timbre.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.timbre.app.Timbre;

/**
 * Where commands run: the streams they write to, and Timbre, which starts only when a command asks for it.
 */
final class Session {
  private final Supplier<Timbre> start;
  private final BufferedReader in;
  private final PrintWriter humanOut;
  private final PrintWriter jsonOut;
  private final PrintWriter err;
  private final boolean terminal;
  private final Map<String, String> environment;

  /**
   * @param terminal whether a person looks on, so that a line of progress may be rewritten in place
   */
  Session(Supplier<Timbre> start, PrintStream out, PrintStream err, boolean terminal) {
    this(start, InputStream.nullInputStream(), out, err, terminal, System.getenv());
  }

  /**
   * @param in where secrets come from, a line each, if there is no terminal
   * @param environment of the program
   */
  Session(
      Supplier<Timbre> start,
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean terminal,
      Map<String, String> environment) {
    this.start = start;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.environment = environment;
    humanOut = writer(out, readable(out.charset()));
    jsonOut = writer(out, StandardCharsets.UTF_8);
    this.err = writer(err, readable(err.charset()));
    this.terminal = terminal;
  }

  static Session ofThisProcess() {
    var console = System.console();
    return new Session(
        Timbre::start,
        System.in,
        System.out,
        System.err,
        console != null && console.isTerminal(),
        System.getenv());
  }

  /** Timbre, to be closed by the command that asked for it. */
  Timbre timbre() {
    return start.get();
  }

  /** A variable of the environment that holds something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  Output output(boolean json) {
    return json
        ? new Output(true, jsonOut, err, false)
        : new Output(false, humanOut, err, terminal);
  }

  boolean isTerminal() {
    return terminal;
  }

  /** What the person types without seeing it, or the next line of the input; empty where nothing comes. */
  Optional<String> secret(String prompt) {
    var console = System.console();
    if (terminal && console != null) {
      return Optional.ofNullable(console.readPassword("%s: ", prompt)).map(String::new);
    }
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What the person answers to a question, or the next line of the input; empty where nothing comes. */
  Optional<String> line(String question) {
    err.print(question);
    err.flush();
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  PrintWriter humanOut() {
    return humanOut;
  }

  PrintWriter err() {
    return err;
  }

  void flush() {
    humanOut.flush();
    jsonOut.flush();
    err.flush();
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }

  /** Where no language is set, Java takes the terminal for one of plain ASCII; such terminals show UTF-8 all the same. */
  private static Charset readable(Charset terminals) {
    return terminals.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : terminals;
  }
}
