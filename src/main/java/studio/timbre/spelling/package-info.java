/** Spelling: the words of a text, the language it is in, and what a dictionary says of them. The only user of Lucene. */
@org.jspecify.annotations.NullMarked
package studio.timbre.spelling;
