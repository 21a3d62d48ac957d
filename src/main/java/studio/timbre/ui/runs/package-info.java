/** The Runs screen. */
@NullMarked
package studio.timbre.ui.runs;

import org.jspecify.annotations.NullMarked;
