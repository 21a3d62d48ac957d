/** The Data screen. */
@NullMarked
package studio.timbre.ui.data;

import org.jspecify.annotations.NullMarked;
