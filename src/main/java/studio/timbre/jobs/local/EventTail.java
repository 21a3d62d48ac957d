package studio.timbre.jobs.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.timbre.json.JobEventJson;
import studio.timbre.model.JobEvent;

/**
 * Reads an event stream that somebody else is still writing. A line without its end waits for the rest; a line that is no
 * event is passed over.
 */
final class EventTail {
  private final Path file;
  private long offset;

  EventTail(Path file) {
    this.file = file;
  }

  static List<JobEvent> readAll(Path file) throws IOException {
    return new EventTail(file).poll();
  }

  /** The events whose lines were completed since the last call; none while there is no file. */
  List<JobEvent> poll() throws IOException {
    var events = new ArrayList<JobEvent>();
    if (!Files.exists(file) || Files.size(file) <= offset) {
      return events;
    }
    byte[] bytes = readFrom(offset);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        var line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        JobEventJson.read(line).ifPresent(events::add);
        start = i + 1;
      }
    }
    offset += start;
    return events;
  }

  private byte[] readFrom(long position) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocate(Math.toIntExact(channel.size() - position));
      while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }
}
