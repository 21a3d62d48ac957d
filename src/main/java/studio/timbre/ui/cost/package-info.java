/** What models cost in all, side by side; what a shorter system prompt saves; currency and electricity. */
@NullMarked
package studio.timbre.ui.cost;

import org.jspecify.annotations.NullMarked;
