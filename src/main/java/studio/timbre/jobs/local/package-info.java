/** Training and speaking on this computer, in child processes. */
@NullMarked
package studio.timbre.jobs.local;

import org.jspecify.annotations.NullMarked;
