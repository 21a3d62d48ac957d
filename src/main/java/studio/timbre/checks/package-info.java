/** What can be amiss with the texts of conversations: one by one, and among each other. */
@NullMarked
package studio.timbre.checks;

import org.jspecify.annotations.NullMarked;
