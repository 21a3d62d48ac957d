package studio.timbre.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import studio.timbre.model.Conversation;

/** A number that two conversations share when they say the same: the first eight bytes of a SHA-256. */
public final class Fingerprint {
  private Fingerprint() {}

  public static long of(Conversation conversation) {
    return of(ConversationJson.write(conversation));
  }

  /**
   * @param json as {@link ConversationJson#write} writes it
   */
  public static long of(String json) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(json.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
