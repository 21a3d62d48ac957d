/** The Settings screen. */
@NullMarked
package studio.timbre.ui.settings;

import org.jspecify.annotations.NullMarked;
