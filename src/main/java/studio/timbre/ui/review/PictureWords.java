package studio.timbre.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.timbre.app.MessageParts;
import studio.timbre.model.Content;
import studio.timbre.model.ContentPart;
import studio.timbre.model.ContentPart.Picture;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.ui.fx.Texts;

/** What stands in a message beside its texts, in words: a picture that lies in the file is thousands of letters long. */
final class PictureWords {
  /** In base64, four letters hold three bytes. */
  private static final int LETTERS = 4;

  private static final int BYTES = 3;

  private PictureWords() {}

  /**
   * @param content raw JSON of what a message says
   * @return a line for each part that is no text
   */
  static String of(Texts texts, String content) {
    return parts(content).stream()
        .filter(part -> !(part instanceof ContentPart.Words))
        .map(
            part ->
                switch (part) {
                  case Picture picture -> line(texts, picture);
                  case ContentPart.Refusal refusal -> refusal.text();
                  case ContentPart.Unknown unknown -> unknown.json();
                  case ContentPart.Words words -> words.text();
                })
        .collect(Collectors.joining("\n"));
  }

  /** Whether two contents differ in their texts alone. */
  static boolean areSame(String one, String other) {
    return withoutTexts(one).equals(withoutTexts(other));
  }

  private static List<ContentPart> withoutTexts(String content) {
    return parts(content).stream()
        .map(part -> part instanceof ContentPart.Words words ? words.withText("") : part)
        .toList();
  }

  /** What cannot be taken apart is one part. */
  private static List<ContentPart> parts(String content) {
    if (content.isEmpty() || content.equals("null")) {
      return List.of();
    }
    var found =
        MessageParts.of(Message.of(Role.USER, "").withContent(new Content.Other(content, "")));
    return found.isEmpty() ? List.of(new ContentPart.Unknown(content)) : found;
  }

  private static String line(Texts texts, Picture picture) {
    String what =
        picture.isData()
            ? data(texts, picture.address())
            : texts.get("message.picture.address", picture.address());
    String key = "message.picture.detail." + picture.detail().orElse("");
    return texts.has(key) ? what + " · " + texts.get(key) : what;
  }

  /** As {@code PNG, 40 kB}. */
  private static String data(Texts texts, String address) {
    int comma = address.indexOf(',');
    String kind = address.replaceFirst("(?i)^data:(?:image/)?([^;,]*).*$", "$1");
    long bytes = (long) (address.length() - comma - 1) * BYTES / LETTERS;
    return texts.get(
        "diff.picture", kind.toUpperCase(Locale.ROOT), texts.bytes(Math.max(0, bytes)));
  }
}
