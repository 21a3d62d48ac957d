/** Records and sealed types that every room shares; knows only the JDK. */
@NullMarked
package studio.timbre.model;

import org.jspecify.annotations.NullMarked;
