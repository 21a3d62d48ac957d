/** Keeps keys: in the store that the system has for them, or in a file that a passphrase locks. */
@NullMarked
package studio.timbre.secrets;

import org.jspecify.annotations.NullMarked;
