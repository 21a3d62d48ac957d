package studio.timbre.ui.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import studio.timbre.app.PictureSource;
import studio.timbre.app.WebpPicture;

/**
 * A picture made small.
 *
 * @param image empty where it is broken or has too many points
 * @param kind as {@code PNG}
 */
record Thumbnail(Optional<Image> image, String kind, long bytes, boolean isBroken) {
  /** The longer side, in pixels. */
  static final double SIDE = 96;

  /** Made for screens of twice the points. */
  private static final double POINTS = 2 * SIDE;

  /** Decodes; not for the JavaFX thread. */
  static Thumbnail of(PictureSource.Loaded loaded) {
    var image = loaded.isDrawable() ? draw(loaded) : Optional.<Image>empty();
    return new Thumbnail(
        image,
        loaded.kind(),
        loaded.bytes().length,
        loaded.isBroken() || loaded.isDrawable() && image.isEmpty());
  }

  private static Optional<Image> draw(PictureSource.Loaded loaded) {
    if (loaded.kind().equals("WEBP")) {
      return drawWebp(loaded.bytes());
    }
    var image = new Image(new ByteArrayInputStream(loaded.bytes()), POINTS, POINTS, true, true);
    return Optional.of(image).filter(read -> !read.isError());
  }

  /** JavaFX has no reader of its own for these. */
  private static Optional<Image> drawWebp(byte[] bytes) {
    try {
      var picture = WebpPicture.read(bytes, (int) POINTS);
      int width = picture.width();
      var image = new WritableImage(width, picture.height());
      image
          .getPixelWriter()
          .setPixels(
              0,
              0,
              width,
              picture.height(),
              PixelFormat.getIntArgbInstance(),
              picture.argb(),
              0,
              width);
      return Optional.of(image);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }
}
