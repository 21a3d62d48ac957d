package studio.timbre.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file beside another, whose place it takes once everything is on the disk. */
public final class PartFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream output;

  private PartFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.output = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  public static PartFile open(Path target) throws IOException {
    // What a link leads to is replaced, not the link.
    var place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    var part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
    var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new PartFile(place, part, channel);
  }

  /** Where to write to; not to be closed. */
  public OutputStream output() {
    return output;
  }

  /** Puts the file in its place. */
  public void finish() throws IOException {
    output.flush();
    channel.force(true);
    channel.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Without {@link #finish} before, nothing has happened. */
  @Override
  public void close() throws IOException {
    // Not the stream: closing it would try to write the rest again where a full disk has just
    // refused it.
    channel.close();
    Files.deleteIfExists(part);
  }
}
