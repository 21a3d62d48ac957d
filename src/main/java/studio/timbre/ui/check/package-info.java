/** The Check screen. */
@NullMarked
package studio.timbre.ui.check;

import org.jspecify.annotations.NullMarked;
