package studio.timbre.cli;

import java.io.PrintWriter;
import java.util.List;
import studio.timbre.model.Progress;

/**
 * What a command says: lines for people, or with {@code --json} objects for programs, one a line. Each call writes for one of
 * them and is silent for the other, so that a command says both one after the other. Remarks go to the error stream.
 */
final class Output {
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private boolean unfinishedLine;
  private int rewritableLines;

  Output(boolean json, PrintWriter out, PrintWriter err, boolean terminal) {
    this.json = json;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** A line for people. */
  void say(String line) {
    if (!json) {
      endLine();
      out.println(line);
    }
  }

  /** A piece of a line for people, shown at once. */
  void sayPart(String piece) {
    if (!json) {
      out.print(piece);
      out.flush();
    }
  }

  /** An object for programs. */
  void object(JsonFields fields) {
    object(fields.toString());
  }

  /** An object for programs that is JSON already, without a line break in it. */
  void object(String ready) {
    if (json) {
      out.println(ready);
    }
  }

  /** A remark for both, on the error stream. */
  void remark(String line) {
    endLine();
    err.println(line);
  }

  /** Why the command failed: a sentence on the error stream, or an object for programs. */
  void error(String code, String sentence) {
    endLine();
    if (json) {
      object(
          new JsonFields()
              .with("error", new JsonFields().with("code", code).with("message", sentence)));
    } else {
      err.println(sentence);
    }
  }

  /** Tells how far long work is: a line that rewrites itself in a terminal, an object for each percent for programs. */
  Progress progress(String what) {
    return new ProgressLine(this, what);
  }

  /** True where a person looks on, so that lines may be rewritten in place. */
  boolean isTerminal() {
    return terminal;
  }

  boolean isJson() {
    return json;
  }

  /** Rewrites the line that the terminal shows last; nothing where no person looks on. */
  void rewrite(String line) {
    if (terminal && !json) {
      err.print("\r" + line + "\u001b[K");
      err.flush();
      unfinishedLine = true;
    }
  }

  /** Rewrites the lines that the terminal shows last; nothing where no person looks on. */
  void redraw(List<String> lines) {
    if (terminal && !json) {
      if (rewritableLines > 0) {
        err.print("\u001b[" + rewritableLines + "A");
      }
      lines.forEach(line -> err.print("\r" + line + "\u001b[K\n"));
      err.flush();
      rewritableLines = lines.size();
    }
  }

  private void endLine() {
    rewritableLines = 0;
    if (unfinishedLine) {
      err.println();
      unfinishedLine = false;
    }
  }
}
