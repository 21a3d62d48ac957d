/** One message of a conversation on the screen: what it says, calls, shows and carries, each edited where it stands. */
@org.jspecify.annotations.NullMarked
package studio.timbre.ui.message;
