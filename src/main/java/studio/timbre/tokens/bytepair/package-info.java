/** Byte pair encoding, as the models behind an API have it: splitting a text into pieces, and a piece into tokens. */
@NullMarked
package studio.timbre.tokens.bytepair;

import org.jspecify.annotations.NullMarked;
