/** Timbre: the launcher. */
@NullMarked
package studio.timbre;

import org.jspecify.annotations.NullMarked;
