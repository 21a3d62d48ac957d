/** What changed between two states of a conversation, and how a change is taken back beside later ones. */
@NullMarked
package studio.timbre.app.history;

import org.jspecify.annotations.NullMarked;
