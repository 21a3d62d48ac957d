/** The shape that every training job has, wherever it runs. */
@NullMarked
package studio.timbre.jobs;

import org.jspecify.annotations.NullMarked;
