/** Conversations as people write them down: who speaks, a colon, what is said. */
@NullMarked
package studio.timbre.dataset.transcript;

import org.jspecify.annotations.NullMarked;
