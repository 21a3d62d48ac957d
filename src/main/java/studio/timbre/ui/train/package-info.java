/** The Train screen. */
@NullMarked
package studio.timbre.ui.train;

import org.jspecify.annotations.NullMarked;
