/** The Hear screen. */
@NullMarked
package studio.timbre.ui.hear;

import org.jspecify.annotations.NullMarked;
