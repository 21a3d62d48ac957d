package studio.timbre.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures were written, and the points that they come to were read, by libwebp 1.2.4. */
class WebpPictureTest {

  private static byte[] file(String name) throws IOException {
    try (var file = WebpPictureTest.class.getResourceAsStream("/pictures/" + name + ".webp")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  private static PictureSource.Loaded loaded(byte[] bytes) throws Exception {
    return PictureSource.read(
        "data:image/webp;base64," + Base64.getEncoder().encodeToString(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "lossy, 64, 48, ffc72825, ff283cc7, ff648214, ff149764",
    "lossless-alpha, 32, 24, ffc82828, ff283cc8, ff648214, ff149664"
  })
  void itsPointsAreThoseOfTheReferenceLibrary(
      String name, int width, int height, String first, String second, String third, String fourth)
      throws IOException {
    var picture = WebpPicture.read(file(name), 64);
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    // Colour is stored at half the size, and libwebp spreads it more softly than our reader does.
    int off = name.equals("lossy") ? 4 : 0;
    assertNear(at(picture, width / 4, height / 4), first, off);
    assertNear(at(picture, 3 * width / 4, height / 4), second, off);
    assertNear(at(picture, width / 4, 3 * height / 4), third, off);
    assertNear(at(picture, 3 * width / 4, 3 * height / 4), fourth, off);
  }

  private static void assertNear(int point, String reference, int off) {
    int expected = Integer.parseUnsignedInt(reference, 16);
    for (int shift = 0; shift < 32; shift += 8) {
      assertThat(point >> shift & 0xff).isCloseTo(expected >> shift & 0xff, within(off));
    }
  }

  private static int at(WebpPicture picture, int x, int y) {
    return picture.argb()[y * picture.width() + x];
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossless-alpha", "lossy-alpha"})
  void whatCanBeSeenThroughStaysSo(String name) throws IOException {
    var picture = WebpPicture.read(file(name), 64);
    assertThat(picture.argb()[0] >>> 24).isZero();
    assertThat(picture.argb()[picture.argb().length - 1] >>> 24).isEqualTo(255);
  }

  @Test
  void aLargeOneIsMadeSmaller() throws IOException {
    var picture = WebpPicture.read(file("wide"), 192);
    assertThat(picture.width()).isBetween(192, 384);
    assertThat(picture.height()).isEqualTo(picture.width() / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy", "lossless-alpha", "lossy-alpha", "wide"})
  void whatIsCutOffAnywhereIsBrokenAndNoWorse(String name) throws Exception {
    byte[] whole = file(name);
    assertThat(loaded(whole).isDrawable()).isTrue();
    for (int length = 12; length < whole.length / 2; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (loaded(cut).isDrawable()) {
        assertThatThrownBy(() -> WebpPicture.read(cut, 192)).isInstanceOf(IOException.class);
      }
    }
    assertThat(loaded(Arrays.copyOf(whole, 20)).isBroken()).isTrue();
  }

  @Test
  void onlyWhatFitsIntoTheMemoryIsDrawn() throws Exception {
    byte[] large = file("lossy-alpha");
    // The width of the canvas, less one: 16,777,215.
    Arrays.fill(large, 24, 27, (byte) 0xff);
    assertThat(loaded(large).isDrawable()).isFalse();
    assertThat(loaded(large).isBroken()).isFalse();
    byte[] hidden = file("lossless-alpha");
    // Within the picture itself: 16,384 by 16,384.
    Arrays.fill(hidden, 21, 25, (byte) 0xff);
    assertThat(loaded(hidden).isDrawable()).isFalse();
  }

  @Test
  void aFileThatLiesAboutItsPartsIsReadToItsEndAndNoFurther() throws Exception {
    byte[] lying = Arrays.copyOf(file("lossy-alpha"), 48);
    // The first part is said to be nearly as long as a number can be.
    Arrays.fill(lying, 16, 19, (byte) 0xff);
    for (int highest = 0; highest < 256; highest++) {
      lying[19] = (byte) highest;
      assertThat(loaded(lying).isBroken()).isFalse();
    }
    System.arraycopy("ANMF".getBytes(US_ASCII), 0, lying, 30, 4);
    for (int length = 32; length < 48; length++) {
      assertThat(loaded(Arrays.copyOf(lying, length)).isBroken()).isFalse();
    }
  }
}
