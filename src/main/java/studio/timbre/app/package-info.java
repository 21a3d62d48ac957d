/** Use cases that the window and the command line share, and the composition root. */
@NullMarked
package studio.timbre.app;

import org.jspecify.annotations.NullMarked;
