/** The one user of libtorch: the Llama model, LoRA, AdamW, generation. */
@NullMarked
package studio.timbre.train.torch;

import org.jspecify.annotations.NullMarked;
