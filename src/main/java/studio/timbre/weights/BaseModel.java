package studio.timbre.weights;

import java.nio.file.Path;
import java.util.List;

/**
 * An untuned model on disk, opened: a GGUF file or a Hugging Face folder. Tensors are named and laid out as in the Hugging
 * Face files ({@code model.layers.0.self_attn.q_proj.weight}, rows not permuted), whichever it came from.
 */
public interface BaseModel extends AutoCloseable {

  /** The template for models that carry none. */
  String CHATML =
      "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}"
          + "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

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

  /** Every token that ends an answer, {@link #endToken} first; some models have several. */
  default List<String> endTokens() {
    return List.of(endToken());
  }

  @Override
  void close();
}
