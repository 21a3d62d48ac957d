/** Controls of our own. */
@NullMarked
package studio.timbre.ui.control;

import org.jspecify.annotations.NullMarked;
