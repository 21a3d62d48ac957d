package studio.timbre.model;

import java.nio.file.Path;

/**
 * A base model in the library.
 *
 * @param name short, unique in the library, what {@code --base} takes
 * @param title as the file calls itself
 * @param path a GGUF file or a Hugging Face folder
 * @param parameters numbers in it
 * @param bytes on disk
 * @param format {@code GGUF} or {@code safetensors}
 */
public record LibraryModel(
    String name, String title, Path path, long parameters, long bytes, String format) {}
