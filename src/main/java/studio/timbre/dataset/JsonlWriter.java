package studio.timbre.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;

/**
 * Writes a chat training file, whole or not at all: into a file beside the target, which takes the target's place once
 * everything is on the disk. Until {@link #finish} the target stays as it was.
 */
public final class JsonlWriter implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream output;

  private JsonlWriter(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.output = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  public static JsonlWriter open(Path target) throws IOException {
    // What a link leads to is replaced, not the link.
    var place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    var part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
    var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new JsonlWriter(place, part, channel);
  }

  /** A preference pair becomes a line of DPO training, so that it comes back as the same pair. */
  public void write(Conversation conversation) throws IOException {
    output.write(ConversationJson.writeLine(conversation).getBytes(StandardCharsets.UTF_8));
    output.write('\n');
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
