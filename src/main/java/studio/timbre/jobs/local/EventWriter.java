package studio.timbre.jobs.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import studio.timbre.json.JobEventJson;
import studio.timbre.model.JobEvent;

/**
 * Appends to the event stream of a worker folder: one event a line, each written in one piece. Only who holds the folder's
 * lock may have one. The numbers go on behind those already in the file; half a line left by a killed writer is cut off.
 */
final class EventWriter implements AutoCloseable {
  /** Makes an event of its place in the stream and its time. */
  @FunctionalInterface
  interface EventAt {
    JobEvent at(long sequence, Instant time);
  }

  private final FileChannel channel;
  private long sequence;

  EventWriter(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(wholeLines(file));
    channel.position(channel.size());
    sequence = EventTail.readAll(file).stream().mapToLong(JobEvent::sequence).max().orElse(0);
  }

  private static long wholeLines(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      long end = bytes.length();
      while (end > 0) {
        bytes.seek(end - 1);
        if (bytes.read() == '\n') {
          break;
        }
        end--;
      }
      return end;
    }
  }

  synchronized JobEvent append(EventAt event) throws IOException {
    var made = event.at(sequence + 1, Instant.now());
    var line = ByteBuffer.wrap((JobEventJson.write(made) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    sequence++;
    return made;
  }

  /** Returns once the events so far would survive a loss of power. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
