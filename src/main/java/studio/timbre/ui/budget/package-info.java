/** What a project may spend at providers, said and changed where it is spent. */
@NullMarked
package studio.timbre.ui.budget;

import org.jspecify.annotations.NullMarked;
