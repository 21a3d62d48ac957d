/** Tables as spreadsheets put them on the clipboard: tab-separated text and HTML. Knows nothing of the screen. */
@NullMarked
package studio.timbre.ui.clipboard;

import org.jspecify.annotations.NullMarked;
