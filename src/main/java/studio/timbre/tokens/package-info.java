/** Tokenizers, chat templates and counting. */
@NullMarked
package studio.timbre.tokens;

import org.jspecify.annotations.NullMarked;
