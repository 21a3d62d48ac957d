/** The command line. */
@NullMarked
package studio.timbre.cli;

import org.jspecify.annotations.NullMarked;
