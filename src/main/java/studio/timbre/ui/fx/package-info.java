/** What ties background work to the JavaFX thread. */
@NullMarked
package studio.timbre.ui.fx;

import org.jspecify.annotations.NullMarked;
