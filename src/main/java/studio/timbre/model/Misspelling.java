package studio.timbre.model;

/**
 * A word that its language does not know.
 *
 * @param start where in the text it begins, in characters of Java
 * @param end behind its last character
 * @param word as it stands there
 * @param language whose dictionary was asked, as {@code pt-BR}
 */
public record Misspelling(int start, int end, String word, String language) {}
