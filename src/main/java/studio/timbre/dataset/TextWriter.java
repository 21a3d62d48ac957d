package studio.timbre.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import studio.timbre.model.Conversation;
import studio.timbre.model.Placing;

/** Writes conversations as text, each followed by a line break. */
final class TextWriter implements ConversationWriter {
  private final PartFile file;
  private final WrittenLine form;

  TextWriter(PartFile file, WrittenLine form, boolean mark) throws IOException {
    this.file = file;
    this.form = form;
    if (mark) {
      file.output().write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
  }

  @Override
  public boolean write(Conversation conversation, Placing placing) throws IOException {
    var text = form.write(conversation);
    if (text.isPresent()) {
      file.output().write(text.get().getBytes(StandardCharsets.UTF_8));
      file.output().write('\n');
    }
    return text.isPresent();
  }

  @Override
  public void finish() throws IOException {
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
