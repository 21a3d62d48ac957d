package studio.timbre.json;

import java.util.List;

/**
 * Something of an imported conversation that has no place in a training line, told in a sentence.
 *
 * @param key a key of the message bundles, as {@code dataset.leftOut.hidden}
 * @param english the sentence in English
 * @param arguments fill the sentence
 * @param oncePerFile true where it holds for the whole file, so that it need not be told again
 */
public record LeftOut(String key, String english, List<Object> arguments, boolean oncePerFile) {}
