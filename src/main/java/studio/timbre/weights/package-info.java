/** Base models on disk: GGUF, safetensors, the library, downloads. */
@NullMarked
package studio.timbre.weights;

import org.jspecify.annotations.NullMarked;
