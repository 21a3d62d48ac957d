package studio.timbre.dataset;

import java.io.IOException;
import java.util.Optional;

/** The conversations of one file, read one at a time. */
public interface LineSource extends AutoCloseable {

  /** The next one, sound or not; empty at the end of the file. */
  Optional<ConversationReader.Line> next() throws IOException;

  /** How much of the file is read, for showing how far it is: no more than its size. */
  long bytesRead();

  @Override
  void close() throws IOException;
}
