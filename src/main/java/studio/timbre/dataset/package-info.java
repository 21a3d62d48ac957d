/** Readers and writers of training files, and the checks over conversations. */
@NullMarked
package studio.timbre.dataset;

import org.jspecify.annotations.NullMarked;
