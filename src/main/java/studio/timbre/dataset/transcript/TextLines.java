package studio.timbre.dataset.transcript;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;

/** The lines of a text, of which none is held beyond a length: what is longer is cut there. */
final class TextLines {
  private final Reader reader;
  private final long size;
  private final double bytesOfACharacter;
  private final int mostChars;
  private long characters;
  private long number;
  private boolean tooLong;
  private boolean afterReturn;

  TextLines(Reader reader, Charset charset, long size, int mostChars) {
    this.reader = reader;
    this.size = size;
    this.bytesOfACharacter = charset.newEncoder().averageBytesPerChar();
    this.mostChars = mostChars;
  }

  /** The next line without its end; empty at the end of the text. */
  Optional<String> next() throws IOException {
    var line = new StringBuilder();
    tooLong = false;
    int c = reader.read();
    if (afterReturn && c == '\n') {
      c = reader.read();
      characters++;
    }
    afterReturn = false;
    if (c < 0) {
      return Optional.empty();
    }
    number++;
    for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
      characters++;
      if (line.length() < mostChars) {
        line.append((char) c);
      } else {
        tooLong = true;
      }
    }
    characters++;
    afterReturn = c == '\r';
    return Optional.of(line.toString());
  }

  /** Whether the last line was cut. */
  boolean wasTooLong() {
    return tooLong;
  }

  /** The number of the last line, from 1. */
  long number() {
    return number;
  }

  /** As near as can be told from the characters. */
  long bytesRead() {
    return Math.min(size, (long) (characters * bytesOfACharacter));
  }
}
