/** Jobs at providers that speak OpenAI's fine-tuning interface; the only user of its SDK. */
@NullMarked
package studio.timbre.jobs.openai;

import org.jspecify.annotations.NullMarked;
