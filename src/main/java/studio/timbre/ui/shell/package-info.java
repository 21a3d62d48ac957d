/** The frame: window, rail, status bar, command palette. */
@NullMarked
package studio.timbre.ui.shell;

import org.jspecify.annotations.NullMarked;
