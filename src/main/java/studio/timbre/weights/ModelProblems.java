package studio.timbre.weights;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** The sentences for files that are no models, or models that Timbre cannot work with. */
final class ModelProblems {

  private ModelProblems() {}

  static UserFacingException notFound(Path path) {
    return new UserFacingException(
        "error.model.notFound",
        "There is nothing at " + path + ". Choose the file again, or put it back in its place.",
        path.toString());
  }

  static UserFacingException notAModel(Path path) {
    return new UserFacingException(
        "error.model.notAModel",
        path
            + " is not a model that Timbre knows. Choose a GGUF file, or a Hugging Face folder with config.json,"
            + " tokenizer.json and safetensors files.",
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
    return new UserFacingException(
        "error.model.damaged",
        fileName(file)
            + " is damaged or not complete. Download or copy it again. Detail: byte "
            + place
            + ", "
            + detail,
        fileName(file),
        Long.toString(place),
        detail);
  }

  /** A text file of a model folder that cannot be understood. */
  static UserFacingException wrongText(Path file, String detail) {
    return new UserFacingException(
        "error.model.wrongText",
        fileName(file)
            + " of the model cannot be understood. Download or copy it again. Detail: "
            + detail,
        fileName(file),
        detail);
  }

  static UserFacingException bigEndian(Path file) {
    return new UserFacingException(
        "error.model.bigEndian",
        fileName(file)
            + " was written for computers with the opposite byte order. Look for the usual (little-endian) file of this"
            + " model.",
        fileName(file));
  }

  static UserFacingException ggufVersion(Path file, long version) {
    return new UserFacingException(
        "error.model.ggufVersion",
        fileName(file)
            + " is a GGUF file of version "
            + version
            + "; Timbre reads versions 2 and 3. Look for a newer file of this model.",
        fileName(file),
        Long.toString(version));
  }

  static UserFacingException missingPart(Path path, String part) {
    return new UserFacingException(
        "error.model.missingPart",
        fileName(path)
            + " lacks "
            + part
            + ", so the model cannot be used. Look for a complete copy.",
        fileName(path),
        part);
  }

  static UserFacingException architecture(Path path, String architecture) {
    return new UserFacingException(
        "error.model.architecture",
        fileName(path)
            + " is a model of the kind \""
            + architecture
            + "\". Timbre can tune models of the Llama kind so far, such as SmolLM2, TinyLlama or Llama.",
        fileName(path),
        architecture);
  }

  /** A Llama with a part that the training code does not have. */
  static UserFacingException feature(Path path, String feature) {
    return new UserFacingException(
        "error.model.feature",
        fileName(path)
            + " uses \""
            + feature
            + "\", which Timbre cannot train yet. Choose another model.",
        fileName(path),
        feature);
  }

  static UserFacingException tensorType(Path path, String tensor, String type) {
    return new UserFacingException(
        "error.model.tensorType",
        fileName(path)
            + " stores "
            + tensor
            + " as "
            + type
            + ", which Timbre cannot read. Look for a file in F16, Q8_0, Q4_K_M or another common form.",
        fileName(path),
        tensor,
        type);
  }

  static UserFacingException tensorShape(Path path, String tensor, String found, String expected) {
    return new UserFacingException(
        "error.model.tensorShape",
        fileName(path)
            + " contradicts itself: "
            + tensor
            + " has the measures "
            + found
            + ", but its settings ask for "
            + expected
            + ". Download or copy it again.",
        fileName(path),
        tensor,
        found,
        expected);
  }

  static UserFacingException vocabulary(Path path, String kind) {
    return new UserFacingException(
        "error.model.vocabulary",
        fileName(path)
            + " splits text into tokens in a way that Timbre does not know (\""
            + kind
            + "\"). Use the Hugging Face folder of this model, which brings its own tokenizer.",
        fileName(path),
        kind);
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
