/** Review packs that come back: what both sides did, side by side, and the merge. */
@NullMarked
package studio.timbre.ui.packs;

import org.jspecify.annotations.NullMarked;
