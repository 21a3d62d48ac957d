/** The project file: all SQL, migrations, the edit journal. */
@NullMarked
package studio.timbre.store;

import org.jspecify.annotations.NullMarked;
