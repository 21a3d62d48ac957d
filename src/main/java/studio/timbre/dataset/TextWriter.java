package studio.timbre.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import studio.timbre.model.Conversation;
import studio.timbre.model.Placing;

/** Writes conversations as text, each on a line of its own, or as a JSON list. */
final class TextWriter implements ConversationWriter {
  private final PartFile file;
  private final WrittenLine form;
  private final boolean list;
  private boolean begun;

  TextWriter(PartFile file, WrittenLine form, boolean list, boolean mark) throws IOException {
    this.file = file;
    this.form = form;
    this.list = list;
    if (mark) {
      file.output().write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
  }

  @Override
  public boolean write(Conversation conversation, Placing placing) throws IOException {
    var text = form.write(conversation);
    if (text.isPresent()) {
      put(list ? (begun ? ",\n" : "[\n") + text.get() : text.get() + "\n");
      begun = true;
    }
    return text.isPresent();
  }

  private void put(String text) throws IOException {
    file.output().write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void finish() throws IOException {
    if (list) {
      put(begun ? "\n]\n" : "[]\n");
    }
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
