package studio.timbre.weights;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A model that Timbre offers by name.
 *
 * @param name short, as the library has it
 * @param title for people
 * @param licence its SPDX name
 * @param packageName the Python package that carries the GGUF file
 * @param version of the package
 * @param packageBytes length of the package file
 * @param file the GGUF file in the package
 * @param bytes its length
 * @param sha256 its check sum, in lower-case hexadecimal
 * @param repository {@code owner/name} of the same model on the hub
 */
public record Starter(
    String name,
    String title,
    String licence,
    @JsonProperty("package") String packageName,
    String version,
    long packageBytes,
    String file,
    long bytes,
    String sha256,
    String repository) {}
