/** What a team thinks of its conversations: marks, the queue, history and versions. */
@org.jspecify.annotations.NullMarked
package studio.timbre.ui.review;
