/** What the columns of a table mean, said by a person before it is imported. */
@NullMarked
package studio.timbre.ui.mapping;

import org.jspecify.annotations.NullMarked;
