/** The one place that reads and writes our records as JSON: conversations in OpenAI's shape, job events. */
@NullMarked
package studio.timbre.json;

import org.jspecify.annotations.NullMarked;
