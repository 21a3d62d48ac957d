package studio.timbre.weights;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** The sentences for files that are no models, or models that Timbre cannot work with. */
final class ModelProblems {

  private ModelProblems() {}

  static UserFacingException notFound(Path path) {
    return problem(
        "error.model.notFound",
        "There is nothing at %s. Choose the file again, or put it back in its place.",
        path.toString());
  }

  static UserFacingException notAModel(Path path) {
    return problem(
        "error.model.notAModel",
        "%s is not a model that Timbre knows. Choose a GGUF file, or a Hugging Face folder with config.json, tokenizer.json"
            + " and safetensors files.",
        path.toString());
  }

  static UserFacingException unreadable(Path path, Throwable cause) {
    String reason = String.valueOf(cause.getMessage());
    return new UserFacingException(
        "error.model.unreadable",
        path + " cannot be read, so the model stays closed. The system says: " + reason,
        cause,
        path.toString(),
        reason);
  }

  /**
   * A file that contradicts itself or ends too early.
   *
   * @param place the byte at which it shows
   * @param detail what is wrong there, for those who look after such files
   */
  static UserFacingException damaged(Path file, long place, String detail) {
    return problem(
        "error.model.damaged",
        "%s is damaged or not complete. Download or copy it again. Detail: byte %s, %s",
        fileName(file),
        Long.toString(place),
        detail);
  }

  /** A text file of a model folder that cannot be understood. */
  static UserFacingException wrongText(Path file, String detail) {
    return problem(
        "error.model.wrongText",
        "%s of the model cannot be understood. Download or copy it again. Detail: %s",
        fileName(file),
        detail);
  }

  static UserFacingException bigEndian(Path file) {
    return problem(
        "error.model.bigEndian",
        "%s was written for computers with the opposite byte order. Look for the usual (little-endian) file of this model.",
        fileName(file));
  }

  static UserFacingException ggufVersion(Path file, long version) {
    return problem(
        "error.model.ggufVersion",
        "%s is a GGUF file of version %s; Timbre reads versions 2 and 3. Look for a newer file of this model.",
        fileName(file),
        Long.toString(version));
  }

  static UserFacingException missingPart(Path path, String part) {
    return problem(
        "error.model.missingPart",
        "%s lacks %s, so the model cannot be used. Look for a complete copy.",
        fileName(path),
        part);
  }

  static UserFacingException architecture(Path path, String architecture) {
    return problem(
        "error.model.architecture",
        "%s is a model of the kind \"%s\". Timbre can tune models of the Llama kind so far, such as SmolLM2, TinyLlama or Llama.",
        fileName(path),
        architecture);
  }

  /** A Llama with a part that the training code does not have. */
  static UserFacingException feature(Path path, String feature) {
    return problem(
        "error.model.feature",
        "%s uses \"%s\", which Timbre cannot train yet. Choose another model.",
        fileName(path),
        feature);
  }

  static UserFacingException tensorType(Path path, String tensor, String type) {
    return problem(
        "error.model.tensorType",
        "%s stores %s as %s, which Timbre cannot read. Look for a file in F16, Q8_0, Q4_K_M or another common form.",
        fileName(path),
        tensor,
        type);
  }

  static UserFacingException tensorShape(Path path, String tensor, String found, String expected) {
    return problem(
        "error.model.tensorShape",
        "%s contradicts itself: %s has the measures %s, but its settings ask for %s. Download or copy it again.",
        fileName(path),
        tensor,
        found,
        expected);
  }

  static UserFacingException vocabulary(Path path, String kind) {
    return problem(
        "error.model.vocabulary",
        "%s splits text into tokens in a way that Timbre does not know (\"%s\"). Use the Hugging Face folder of this model,"
            + " which brings its own tokenizer.",
        fileName(path),
        kind);
  }

  /** The same arguments fill the English sentence and the one in the person's language. */
  private static UserFacingException problem(String key, String sentence, Object... arguments) {
    return new UserFacingException(key, sentence.formatted(arguments), arguments);
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
