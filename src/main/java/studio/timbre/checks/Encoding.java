package studio.timbre.checks;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Texts that were read in a wrong encoding once: UTF-8 that was taken for Windows-1252, as {@code cafÃ©}, signs that were lost, and
 * control characters.
 */
public final class Encoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LONGEST = 4;

  private Encoding() {}

  static void find(Said said, TextChecks.Taker taker) {
    String text = said.text();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign < 0x80 ? isControl(sign) : sign == '\uFFFD') {
        taker.take(TextProblem.BROKEN_ENCODING, at, at + 1);
      } else if (sign >= 0xC2) {
        int length = misread(text, at).map(Misread::length).orElse(0);
        if (length > 0) {
          taker.take(TextProblem.BROKEN_ENCODING, at, at + length);
          at += length - 1;
        }
      }
    }
  }

  /** The text as it was meant, as far as that can be told; lost signs stay lost. */
  public static String mended(String text) {
    var mended = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      var misread = text.charAt(at) >= 0xC2 ? misread(text, at) : Optional.<Misread>empty();
      if (misread.isPresent()) {
        mended.append(misread.get().meant());
        at += misread.get().length();
      } else {
        mended.append(text.charAt(at++));
      }
    }
    return mended.toString();
  }

  private record Misread(int length, String meant) {}

  private static boolean isControl(char sign) {
    return (sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t') || sign == 0x7F;
  }

  private static Optional<Misread> misread(String text, int at) {
    int first = windowsByte(text.charAt(at));
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || length > LONGEST || at + length > text.length()) {
      return Optional.empty();
    }
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int value = windowsByte(text.charAt(at + i));
      if (i > 0 && (value & 0xC0) != 0x80) {
        return Optional.empty();
      }
      bytes[i] = (byte) value;
    }
    return decoded(bytes)
        .filter(meant -> isLikely(meant.codePointAt(0)))
        .filter(meant -> !isNatural(text, at, length))
        .map(meant -> new Misread(length, meant));
  }

  private static Optional<String> decoded(byte... bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Latin letters and signs, punctuation, currency, symbols, emoji: what people write. */
  private static boolean isLikely(int meant) {
    return (meant >= 0xA0 && meant <= 0x17F)
        || (meant >= 0x2010 && meant <= 0x2044)
        || meant == 0x20AC
        || (meant >= 0x2100 && meant <= 0x27BF)
        || meant == 0xFE0F
        || meant >= 0x1F000;
  }

  /** A capital word that ends in a letter with a mark, and punctuation behind it: {@code AMANHÃ”}. */
  private static boolean isNatural(String text, int at, int length) {
    return length == 2
        && at > 0
        && Character.isUpperCase(text.charAt(at - 1))
        && "“”‘’–—…»".indexOf(text.charAt(at + 1)) >= 0;
  }

  /** The byte that stands for a sign in Windows-1252, or -1; the five that it leaves open stand for themselves. */
  private static int windowsByte(char sign) {
    if (sign < 0x100) {
      return sign;
    }
    try {
      var bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(new char[] {sign}));
      return bytes.remaining() == 1 ? bytes.get(0) & 0xFF : -1;
    } catch (CharacterCodingException _) {
      return -1;
    }
  }
}
