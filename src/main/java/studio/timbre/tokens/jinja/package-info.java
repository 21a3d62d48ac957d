/**
 * The part of Jinja that chat templates are written in, as Jinja2 with {@code trim_blocks} and {@code lstrip_blocks} behaves. A
 * template works on plain data only: it can reach no Java object, no file and no clock but the one it is given, and its steps, its
 * output and its depth are limited.
 */
@NullMarked
package studio.timbre.tokens.jinja;

import org.jspecify.annotations.NullMarked;
