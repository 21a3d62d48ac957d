/** What two people did to the same conversations, brought together without losing anything of either. Knows no files. */
@NullMarked
package studio.timbre.model.merge;

import org.jspecify.annotations.NullMarked;
