package studio.timbre.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** Reads config.json of a Hugging Face folder; defaults are those of transformers' {@code LlamaConfig}. */
final class HuggingFaceConfig {

  private final Path file;
  private final JsonNode json;

  private HuggingFaceConfig(Path file, JsonNode json) {
    this.file = file;
    this.json = json;
  }

  static ModelConfig read(Path folder) throws UserFacingException {
    Path file = folder.resolve("config.json");
    JsonNode json = FolderJson.read(file);
    if (json.isMissingNode()) {
      throw ModelProblems.notAModel(folder);
    }
    return new HuggingFaceConfig(file, json).config(folder);
  }

  private ModelConfig config(Path folder) throws UserFacingException {
    String architecture =
        json.path("architectures").path(0).asText(json.path("model_type").asText("?"));
    if (!architecture.equals("LlamaForCausalLM") && !architecture.equals("llama")) {
      throw ModelProblems.architecture(folder, architecture);
    }
    refuseUnknownParts(folder);
    int hidden = measure("hidden_size", 0);
    int heads = measure("num_attention_heads", 0);
    return new ModelConfig(
        "llama",
        measure("num_hidden_layers", 0),
        hidden,
        heads,
        measure("num_key_value_heads", heads),
        measure("head_dim", hidden / heads),
        measure("intermediate_size", 0),
        measure("vocab_size", 0),
        measure("max_position_embeddings", 2048),
        number(json.path("rope_theta"), number(rope().path("rope_theta"), 10_000)),
        number(json.path("rms_norm_eps"), 1e-6),
        json.path("tie_word_embeddings").asBoolean(false));
  }

  /** Where newer versions of transformers keep the rotary settings. */
  private JsonNode rope() {
    return json.path("rope_parameters");
  }

  private void refuseUnknownParts(Path folder) throws UserFacingException {
    for (JsonNode rotary : new JsonNode[] {json.path("rope_scaling"), rope()}) {
      String kind = rotary.path("rope_type").asText(rotary.path("type").asText("default"));
      if (!kind.equals("default")) {
        throw ModelProblems.feature(folder, "rope_scaling: " + kind);
      }
    }
    for (String flag : new String[] {"attention_bias", "mlp_bias"}) {
      if (json.path(flag).asBoolean(false)) {
        throw ModelProblems.feature(folder, flag);
      }
    }
    String activation = json.path("hidden_act").asText("silu");
    if (!activation.equals("silu")) {
      throw ModelProblems.feature(folder, "hidden_act: " + activation);
    }
    if (json.path("quantization_config").isObject()) {
      throw ModelProblems.feature(
          folder,
          "quantization: " + json.path("quantization_config").path("quant_method").asText("?"));
    }
  }

  private int measure(String key, int otherwise) throws UserFacingException {
    JsonNode value = json.path(key);
    if ((value.isMissingNode() || value.isNull()) && otherwise > 0) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
      throw ModelProblems.wrongText(file, key + ": " + value);
    }
    return value.intValue();
  }

  private double number(JsonNode value, double otherwise) throws UserFacingException {
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw ModelProblems.wrongText(file, value.toString());
    }
    return value.doubleValue();
  }
}
