package studio.timbre.tokens;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import studio.timbre.model.UserFacingException;

/**
 * The Hugging Face tokenizer library on one tokenizer.json. Special tokens written out in a text are taken as such, and nothing
 * is added in front or behind, cut or padded, whatever the file asks for.
 *
 * <p>Goes to the native library directly: DJL's own class for it sends a message home when it is made, and reads more of each
 * encoding than counting needs.
 */
public final class HuggingFaceTokenizer implements Tokenizer {

  private static final Cleaner CLEANER = Cleaner.create();
  private static final JsonMapper JSON = new JsonMapper();

  private final long handle;
  private final Set<Integer> marks;
  private final String fingerprint;

  private HuggingFaceTokenizer(long handle, Set<Integer> marks, String fingerprint) {
    this.handle = handle;
    this.marks = marks;
    this.fingerprint = fingerprint;
    CLEANER.register(this, () -> TokenizersLibrary.LIB.deleteTokenizer(handle));
  }

  /**
   * @param tokenizerJson the text of a tokenizer.json
   * @throws UserFacingException if the library cannot read it, or is not there for this kind of computer
   */
  public static HuggingFaceTokenizer fromJson(String tokenizerJson) throws UserFacingException {
    var library = NativeTokenizers.library();
    long handle;
    try {
      handle = library.createTokenizerFromString(tokenizerJson);
    } catch (RuntimeException e) {
      throw new UserFacingException(
          "error.tokenizer.unreadable",
          "The tokenizer of this model cannot be used, so its texts cannot be counted or trained. Download the model again,"
              + " or choose another one. Detail: "
              + e.getMessage(),
          e,
          String.valueOf(e.getMessage()));
    }
    library.disablePadding(handle);
    library.disableTruncation(handle);
    return new HuggingFaceTokenizer(
        handle, addedTokens(tokenizerJson), TemplateCounter.fingerprint(tokenizerJson));
  }

  /** The numbers of the tokens that stand beside the vocabulary, as {@code <|im_end|>}. */
  private static Set<Integer> addedTokens(String tokenizerJson) {
    var ids = new HashSet<Integer>();
    try (JsonParser parser = JSON.createParser(tokenizerJson)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean added = parser.currentName().equals("added_tokens");
        parser.nextToken();
        if (added) {
          JsonNode tokens = JSON.readTree(parser);
          tokens.forEach(token -> ids.add(token.path("id").intValue()));
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the library read it, so it is JSON", e);
    }
    return ids;
  }

  /** True for tokens beside the vocabulary, which structure a text and are no words: {@code <|im_end|>}. */
  public boolean isMark(int id) {
    return marks.contains(id);
  }

  /** The number of a token that is written so, if the text is one token. */
  public OptionalInt idOf(String token) {
    int[] ids = encode(token);
    return ids.length == 1 ? OptionalInt.of(ids[0]) : OptionalInt.empty();
  }

  /** Stands for the tokenizer.json in names and comparisons. */
  String fingerprint() {
    return fingerprint;
  }

  @Override
  public int count(String text) {
    return encode(text).length;
  }

  @Override
  public int[] encode(String text) {
    return encoded(text, HuggingFaceTokenizer::ids);
  }

  /** Token numbers of each text; uses all processors. */
  public List<int[]> encodeAll(List<String> texts) {
    var readable = new String[texts.size()];
    for (int i = 0; i < readable.length; i++) {
      readable[i] = wellFormed(texts.get(i));
    }
    var all = new ArrayList<int[]>(readable.length);
    try {
      for (long encoding : TokenizersLibrary.LIB.batchEncode(handle, readable, false)) {
        try {
          all.add(ids(encoding));
        } finally {
          TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
      }
    } finally {
      Reference.reachabilityFence(this);
    }
    return all;
  }

  /** Token numbers with the UTF-16 places that they were read from. */
  public Encoded encodeWithOffsets(String text) {
    return encoded(
        text,
        encoding -> {
          int[] ids = ids(encoding);
          var starts = new int[ids.length];
          var ends = new int[ids.length];
          int[] places = utf16Places(text);
          CharSpan[] spans = TokenizersLibrary.LIB.getTokenCharSpans(encoding);
          for (int i = 0; i < ids.length; i++) {
            starts[i] = places[spans[i].getStart()];
            ends[i] = places[spans[i].getEnd()];
          }
          return new Encoded(ids, starts, ends);
        });
  }

  @Override
  public String decode(int[] tokens) {
    return decode(tokens, true);
  }

  /** The text of these tokens, special tokens written out. */
  public String decodeWithSpecials(int[] tokens) {
    return decode(tokens, false);
  }

  private String decode(int[] tokens, boolean skipSpecials) {
    var wide = new long[tokens.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = tokens[i];
    }
    try {
      return TokenizersLibrary.LIB.decode(handle, wide, skipSpecials);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private interface Reader<T> {
    T read(long encoding);
  }

  private <T> T encoded(String text, Reader<T> reader) {
    try {
      long encoding = TokenizersLibrary.LIB.encode(handle, wellFormed(text), false);
      try {
        return reader.read(encoding);
      } finally {
        TokenizersLibrary.LIB.deleteEncoding(encoding);
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private static int[] ids(long encoding) {
    long[] wide = TokenizersLibrary.LIB.getTokenIds(encoding);
    var ids = new int[wide.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) wide[i];
    }
    return ids;
  }

  /** Halves of surrogate pairs are no characters; the library could not take them. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(point -> point >= 0xd800 && point < 0xe000 ? 0xfffd : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  /** The UTF-16 place of each character (code point) and of the end. */
  private static int[] utf16Places(String text) {
    var places = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, at = 0; i < places.length; i++) {
      places[i] = at;
      if (at < text.length()) {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return places;
  }
}
