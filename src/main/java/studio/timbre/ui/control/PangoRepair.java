package studio.timbre.ui.control;

import java.util.LinkedHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Mends a fault of JavaFX 26.0.2 on Linux, where a line of Arabic or Hebrew that is wrapped ends in an exception and leaves the window
 * blank: {@code PangoGlyphLayout} keeps the UTF-8 of each run of characters until the layout is done, and takes it again for a run that
 * was made shorter by wrapping. Here it is made to forget. Elsewhere, and where JavaFX has changed, nothing happens.
 */
final class PangoRepair {
  private static final Logger LOG = Logger.getLogger(PangoRepair.class.getName());
  private static final String PANGO = "com.sun.javafx.font.freetype.PangoGlyphLayout";

  private PangoRepair() {}

  /** Remembers what is to be freed, and finds none of it again. */
  private static final class Forgetful extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public @org.jspecify.annotations.Nullable Object get(
        @org.jspecify.annotations.Nullable Object run) {
      return null;
    }

    @Override
    public @org.jspecify.annotations.Nullable Object put(Object run, Object utf8) {
      return super.put(new Object(), utf8);
    }
  }

  /** To be called before the first text is laid out; further calls do nothing. */
  static void apply() {
    Done.touch();
  }

  /** Initialised once. */
  private static final class Done {
    static {
      try {
        var pool = Class.forName("com.sun.javafx.text.GlyphLayoutManager");
        var shared = pool.getDeclaredField("REUSABLE_INSTANCE");
        shared.setAccessible(true);
        var layout = shared.get(null);
        if (layout != null && layout.getClass().getName().equals(PANGO)) {
          var kept = layout.getClass().getDeclaredField("runUtf8");
          kept.setAccessible(true);
          kept.set(layout, new Forgetful());
        }
      } catch (ReflectiveOperationException | RuntimeException changed) {
        LOG.log(Level.FINE, "text layout is left as it is", changed);
      }
    }

    static void touch() {}
  }
}
