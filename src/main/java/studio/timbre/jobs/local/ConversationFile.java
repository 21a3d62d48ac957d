package studio.timbre.jobs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;

/** A chat training file that Timbre wrote itself, so that a line that cannot be read is a fault. */
final class ConversationFile {
  private ConversationFile() {}

  static List<Conversation> read(Path file) throws IOException, UserFacingException {
    var conversations = new ArrayList<Conversation>();
    try (var lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          conversations.add(ConversationJson.parse(line));
        }
      }
    }
    return conversations;
  }
}
