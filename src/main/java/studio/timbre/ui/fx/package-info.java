/**
 * What every screen stands on: texts, background work, the open project, and the few words with which screens and frame talk.
 */
@NullMarked
package studio.timbre.ui.fx;

import org.jspecify.annotations.NullMarked;
