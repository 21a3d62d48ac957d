package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.RealModel;
import studio.timbre.model.UserFacingException;

class BaseModelsTest {

  @TempDir private Path folder;

  @Test
  void theRealModelIsWhatItsMakersSay() throws Exception {
    try (var model = BaseModels.open(RealModel.path())) {
      assertThat(model.config())
          .isEqualTo(
              new ModelConfig("llama", 30, 576, 9, 3, 64, 1536, 49152, 8192, 100_000, 1e-5, true));
      assertThat(model.config().parameters()).isEqualTo(134_515_008);
      assertThat(model.beginToken()).isEqualTo("<|im_start|>");
      assertThat(model.endToken()).isEqualTo("<|im_end|>");
      assertThat(model.endTokens()).containsExactly("<|im_end|>", "<|endoftext|>");
      assertThat(model.tensors().tensors().keySet())
          .containsExactlyInAnyOrderElementsOf(LlamaLayout.shapes(model.config()).keySet());
    }
  }

  @Test
  void aHuggingFaceFolderIsRead() throws Exception {
    try (var model = BaseModels.open(TinyModel.huggingFace(folder.resolve("tiny")))) {
      assertThat(model.config()).isEqualTo(TinyModel.CONFIG);
      assertThat(model.name()).isEqualTo("tiny");
      assertThat(model.beginToken()).isEmpty();
      assertThat(model.endTokens()).containsExactly("<|end|>", "d");
      assertThat(model.chatTemplate()).isEqualTo("{{ messages[0].content }}");
      assertThat(model.tensors().tensors()).hasSize(20);
    }
  }

  @Test
  void shardsAreOneModel() throws Exception {
    Path tiny = TinyModel.huggingFace(folder.resolve("tiny"));
    var names = List.copyOf(LlamaLayout.shapes(TinyModel.CONFIG).keySet());
    var index = new StringBuilder("{\"weight_map\": {");
    try (var whole = SafetensorsFile.open(tiny.resolve("model.safetensors"))) {
      for (int shard = 1; shard <= 2; shard++) {
        String file = "model-0000" + shard + "-of-00002.safetensors";
        var writer = new SafetensorsWriter(Map.of());
        for (String name : names.subList(shard == 1 ? 0 : 9, shard == 1 ? 9 : names.size())) {
          writer.add(name, whole.tensors().get(name).shape(), target -> whole.read(name, target));
          index.append(index.toString().endsWith("{") ? "" : ",");
          index.append("\"%s\": \"%s\"".formatted(name, file));
        }
        writer.write(tiny.resolve(file));
      }
    }
    Files.writeString(tiny.resolve("model.safetensors.index.json"), index.append("}}"));
    Files.delete(tiny.resolve("model.safetensors"));
    try (var model = BaseModels.open(tiny)) {
      assertThat(model.tensors().tensors().keySet()).containsExactlyElementsOf(names);
    }
    Files.delete(tiny.resolve("model-00002-of-00002.safetensors"));
    refused(tiny, "notFound");
  }

  @Test
  void whatIsNoLlamaIsRefusedByName() throws Exception {
    Path tiny = TinyModel.huggingFace(folder.resolve("tiny"));
    config(tiny, "LlamaForCausalLM", "Qwen2ForCausalLM");
    assertThatThrownBy(() -> BaseModels.open(tiny)).hasMessageContaining("Qwen2ForCausalLM");
    refused(tiny, "architecture");
    Path gguf = folder.resolve("other.gguf");
    Files.write(
        gguf, TinyModel.gguf(new GgufBytes().text("general.architecture", "gemma3"), 1).bytes());
    assertThatThrownBy(() -> BaseModels.open(gguf)).hasMessageContaining("gemma3");
    refused(gguf, "architecture");
  }

  @Test
  void partsThatTheTrainingLacksAreRefused() throws Exception {
    for (String part :
        List.of(
            "\"rope_scaling\": {\"rope_type\": \"llama3\", \"factor\": 8}",
            "\"rope_parameters\": {\"rope_type\": \"yarn\"}",
            "\"attention_bias\": true",
            "\"hidden_act\": \"gelu\"",
            "\"quantization_config\": {\"quant_method\": \"gptq\"}")) {
      Path tiny = TinyModel.huggingFace(folder.resolve("tiny"));
      config(tiny, "{\"arch", "{" + part + ", \"arch");
      refused(tiny, "feature");
    }
    Path gguf = folder.resolve("scaled.gguf");
    Files.write(
        gguf,
        TinyModel.gguf(TinyModel.metadata().text("llama.rope.scaling.type", "yarn"), 15).bytes());
    refused(gguf, "feature");
  }

  @Test
  void settingsThatDoNotFitTheTensorsAreRefused() throws Exception {
    Path tiny = TinyModel.huggingFace(folder.resolve("tiny"));
    config(tiny, "\"intermediate_size\": 16", "\"intermediate_size\": 32");
    refused(tiny, "tensorShape");
    TinyModel.huggingFace(tiny);
    config(tiny, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 2000000000");
    refused(tiny, "missingPart");
    TinyModel.huggingFace(tiny);
    config(tiny, "\"tie_word_embeddings\": true", "\"tie_word_embeddings\": false");
    refused(tiny, "missingPart");
    TinyModel.huggingFace(tiny);
    config(tiny, "\"num_attention_heads\": 2", "\"num_attention_heads\": \"two\"");
    refused(tiny, "wrongText");
  }

  @Test
  void foldersThatLackAFileAreRefused() throws Exception {
    for (var missing :
        Map.of(
                "config.json", "notAModel",
                "tokenizer.json", "missingPart",
                "model.safetensors", "missingPart")
            .entrySet()) {
      Path tiny = TinyModel.huggingFace(folder.resolve("tiny"));
      Files.delete(tiny.resolve(missing.getKey()));
      refused(tiny, missing.getValue());
    }
    refused(folder.resolve("nowhere.gguf"), "notFound");
  }

  @Test
  void vocabulariesOfUnknownKindsAreRefused() throws Exception {
    Path gguf = folder.resolve("odd.gguf");
    Files.write(
        gguf,
        TinyModel.gguf(TinyModel.metadata().text("tokenizer.ggml.pre", "tekken"), 15).bytes());
    assertThatThrownBy(() -> BaseModels.open(gguf)).hasMessageContaining("tekken");
    refused(gguf, "vocabulary");
  }

  private static void config(Path folder, String old, String with) throws Exception {
    Path file = folder.resolve("config.json");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, with));
  }

  private static void refused(Path path, String reason) {
    assertThatThrownBy(() -> BaseModels.open(path))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            failure -> assertThat(failure.key()).isEqualTo("error.model." + reason));
  }
}
