/** What a voice guide asks of answers, and what became of that: records that the core and the screens share. */
@NullMarked
package studio.timbre.model.voice;

import org.jspecify.annotations.NullMarked;
