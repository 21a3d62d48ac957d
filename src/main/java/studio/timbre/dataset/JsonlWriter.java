package studio.timbre.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;

/** Writes a chat training file, whole or not at all: see {@link PartFile}. */
public final class JsonlWriter implements AutoCloseable {
  private final PartFile file;

  private JsonlWriter(PartFile file) {
    this.file = file;
  }

  public static JsonlWriter open(Path target) throws IOException {
    return new JsonlWriter(PartFile.open(target));
  }

  /** A preference pair becomes a line of DPO training, so that it comes back as the same pair. */
  public void write(Conversation conversation) throws IOException {
    var out = file.output();
    out.write(ConversationJson.writeLine(conversation).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** Puts the file in its place. */
  public void finish() throws IOException {
    file.finish();
  }

  /** Without {@link #finish} before, nothing has happened. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
