package studio.timbre.store;

import java.util.Set;

/**
 * What acts have touched since somebody asked last.
 *
 * @param all whether it is so much, or so long ago, that everything is to be read anew
 */
public record Changes(boolean all, Set<Long> ids) {
  static Changes of(TouchedRows.Touched touched) {
    return new Changes(touched.isMany(), touched.ids());
  }
}
