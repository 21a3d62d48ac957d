package studio.timbre.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.ContentPart;

/**
 * The parts of a content list: {@code {"type":"text","text":…}}, {@code {"type":"image_url","image_url":{"url":…,"detail":…}}},
 * {@code {"type":"refusal","refusal":…}}. Parts of other kinds, and parts of these kinds in another shape, stay as they are spelled.
 */
public final class PartsJson {
  private static final String TYPE = "type";
  private static final String TEXT = "text";
  private static final String PICTURE = "image_url";
  private static final String REFUSAL = "refusal";

  private PartsJson() {}

  /** The parts of a content that is a list; empty where it is none. */
  public static Optional<List<ContentPart>> read(Content content) {
    return content instanceof Content.Other other
        ? RawObject.items(other.json()).map(items -> items.stream().map(PartsJson::part).toList())
        : Optional.empty();
  }

  private static ContentPart part(String json) {
    return RawObject.fields(json)
        .flatMap(PartsJson::known)
        .orElseGet(() -> new ContentPart.Unknown(json));
  }

  private static Optional<ContentPart> known(Map<String, String> fields) {
    return switch (RawObject.takeText(fields, TYPE).orElse("")) {
      case TEXT ->
          RawObject.takeText(fields, TEXT).map(text -> new ContentPart.Words(text, fields));
      case REFUSAL ->
          RawObject.takeText(fields, REFUSAL).map(text -> new ContentPart.Refusal(text, fields));
      case PICTURE ->
          Optional.ofNullable(fields.remove(PICTURE))
              .flatMap(RawObject::fields)
              .flatMap(picture -> picture(fields, picture));
      default -> Optional.empty();
    };
  }

  private static Optional<ContentPart> picture(
      Map<String, String> extras, Map<String, String> picture) {
    return RawObject.takeText(picture, "url")
        .map(
            address ->
                new ContentPart.Picture(
                    address, RawObject.takeText(picture, "detail"), extras, picture));
  }

  /** A content list of these parts. */
  public static Content write(List<ContentPart> parts) {
    var items = new ArrayList<String>();
    parts.forEach(part -> items.add(write(part)));
    return listed(RawObject.write(items));
  }

  /**
   * A content list with another text in place of one of those that {@link SpelledTexts#ofParts} finds; all else stays as it is
   * spelled.
   */
  public static Content withText(Content content, int number, String text) {
    if (!(content instanceof Content.Other other)) {
      return content;
    }
    String json =
        SpelledTexts.with(other.json(), SpelledTexts.ofParts(other.json()).get(number), text);
    return listed(json);
  }

  private static Content listed(String json) {
    try {
      return new Content.Other(json, MessageJson.textOfParts(json));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String write(ContentPart part) {
    return switch (part) {
      case ContentPart.Words words -> typed(TEXT, RawObject.quoted(words.text()), words.extras());
      case ContentPart.Refusal refusal ->
          typed(REFUSAL, RawObject.quoted(refusal.text()), refusal.extras());
      case ContentPart.Picture picture -> {
        var fields = new LinkedHashMap<String, String>();
        fields.put("url", RawObject.quoted(picture.address()));
        picture.detail().ifPresent(detail -> fields.put("detail", RawObject.quoted(detail)));
        fields.putAll(picture.pictureExtras());
        yield typed(PICTURE, RawObject.write(fields), picture.extras());
      }
      case ContentPart.Unknown unknown -> unknown.json();
    };
  }

  private static String typed(String type, String value, Map<String, String> extras) {
    var fields = new LinkedHashMap<String, String>();
    fields.put(TYPE, RawObject.quoted(type));
    fields.put(type, value);
    fields.putAll(extras);
    return RawObject.write(fields);
  }
}
