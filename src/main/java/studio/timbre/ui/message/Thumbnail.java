package studio.timbre.ui.message;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import studio.timbre.app.PictureSource;

/**
 * A picture made small.
 *
 * @param image empty where JavaFX does not draw its kind, or it has too many points
 * @param kind as {@code PNG}
 */
record Thumbnail(Optional<Image> image, String kind, long bytes) {
  /** The longer side, in pixels. */
  static final double SIDE = 96;

  /** Made for screens of twice the points. */
  private static final double POINTS = 2 * SIDE;

  /** Decodes; not for the JavaFX thread. */
  static Thumbnail of(PictureSource.Loaded loaded) {
    if (!loaded.isDrawable()) {
      return new Thumbnail(Optional.empty(), loaded.kind(), loaded.bytes().length);
    }
    var image = new Image(new ByteArrayInputStream(loaded.bytes()), POINTS, POINTS, true, true);
    return new Thumbnail(
        image.isError() ? Optional.empty() : Optional.of(image),
        loaded.kind(),
        loaded.bytes().length);
  }
}
