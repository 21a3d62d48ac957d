package studio.timbre.weights;

import java.nio.file.Path;

/**
 * An untuned model on disk, opened: a GGUF file or a Hugging Face folder. Tensors are named and laid out as in the Hugging
 * Face files ({@code model.layers.0.self_attn.q_proj.weight}, rows not permuted), whichever it came from.
 */
public interface BaseModel extends AutoCloseable {

  /** The GGUF file or the folder. */
  Path path();

  /** A name for people, as the file calls itself. */
  String name();

  ModelConfig config();

  TensorSource tensors();

  /** The text of a Hugging Face {@code tokenizer.json}: the file's own, or made from what the GGUF holds. */
  String tokenizerJson();

  /** The Jinja chat template, or ChatML where the model carries none. */
  String chatTemplate();

  /** The token that begins a text, empty where there is none. */
  String beginToken();

  /** The token that ends an answer, as {@code <|im_end|>}. */
  String endToken();

  @Override
  void close();
}
