/** What conversations are about: topics found in the words that people say, without a model and without anything leaving the computer. */
@NullMarked
package studio.timbre.topics;

import org.jspecify.annotations.NullMarked;
