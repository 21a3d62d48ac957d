/** How a brand sounds: rules learned from answers that were approved, and how well an answer keeps them. */
@NullMarked
package studio.timbre.voice;

import org.jspecify.annotations.NullMarked;
