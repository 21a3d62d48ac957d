/** What Nebius Token Factory has beside OpenAI's interface. */
@NullMarked
package studio.timbre.jobs.nebius;

import org.jspecify.annotations.NullMarked;
