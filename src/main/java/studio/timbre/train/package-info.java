/** Answer masks, batches, schedule, the training loop, checkpoints; no native code. */
@NullMarked
package studio.timbre.train;

import org.jspecify.annotations.NullMarked;
