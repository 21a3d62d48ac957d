package studio.timbre.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.SentLine;
import studio.timbre.jobs.remote.SentFiles;
import studio.timbre.model.UserFacingException;

/** A person's file as a provider gets it: each line in the form that the method wants, blank lines left out. */
record SentData(Path file, SentLine form) implements SentFiles.Contents {

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        if (!(line.get() instanceof ConversationReader.Line.Beside)) {
          out.write(form(line.get()).getBytes(StandardCharsets.UTF_8));
          out.write('\n');
        }
      }
    } catch (UserFacingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What cannot be sent was refused before: where it is there all the same, the file was changed since. */
  private String form(ConversationReader.Line line) throws IOException {
    if (line instanceof ConversationReader.Line.Good good) {
      var text = form.write(good.conversation());
      if (text.isPresent()) {
        return text.get();
      }
    }
    throw new IOException("line %d of %s cannot be sent any more".formatted(line.number(), file));
  }
}
