/** Topics of a project, as they are found, kept and shown. */
@NullMarked
package studio.timbre.model.topics;

import org.jspecify.annotations.NullMarked;
