package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.Figures;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.model.UserFacingException;

class AdapterConfigTest {
  @TempDir Path folder;

  @Test
  void readsWhatPeftWrites() throws Exception {
    var peft = Figures.json("adapter-logits.json").path("adapterConfig");
    Files.writeString(folder.resolve("adapter_config.json"), peft.toString());

    var config = AdapterConfig.read(folder);

    assertThat(config.lora()).isEqualTo(LoraSpec.DEFAULT);
    assertThat(config.baseModel()).isEqualTo("SmolLM2-135M-Instruct.Q4_1.gguf");
  }

  @Test
  void writesTheValuesThatPeftWrites() throws Exception {
    var peft = Figures.json("adapter-logits.json").path("adapterConfig");

    new AdapterConfig(LoraSpec.DEFAULT, peft.path("base_model_name_or_path").asText())
        .write(folder);

    var written =
        new JsonMapper().readTree(Files.readString(folder.resolve("adapter_config.json")));
    for (var field : written.properties()) {
      if (!field.getKey().equals("target_modules")) {
        assertThat(field.getValue()).as(field.getKey()).isEqualTo(peft.path(field.getKey()));
      }
    }
    assertThat(written.path("target_modules"))
        .containsExactlyInAnyOrderElementsOf(peft.path("target_modules"));
  }

  @Test
  void readsAgainWhatItWrote() throws Exception {
    var lora = new LoraSpec(8, 12.5, EnumSet.of(Projection.QUERY, Projection.DOWN));

    new AdapterConfig(lora, "base").write(folder);

    assertThat(AdapterConfig.read(folder)).isEqualTo(new AdapterConfig(lora, "base"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"peft_type\":\"IA3\",\"r\":4,\"target_modules\":[\"q_proj\"]}",
        "{\"peft_type\":\"LORA\",\"r\":4,\"use_dora\":true,\"target_modules\":[\"q_proj\"]}",
        "{\"peft_type\":\"LORA\",\"r\":4,\"use_rslora\":true,\"target_modules\":[\"q_proj\"]}",
        "{\"peft_type\":\"LORA\",\"r\":4,\"rank_pattern\":{\"q_proj\":2},\"target_modules\":[\"q_proj\"]}",
        "{\"peft_type\":\"LORA\",\"r\":4,\"target_modules\":[\"embed_tokens\"]}",
        "{\"peft_type\":\"LORA\",\"r\":4,\"target_modules\":[]}",
        "{\"peft_type\":\"LORA\",\"r\":0,\"target_modules\":[\"q_proj\"]}"
      })
  void refusesWhatItCannotApply(String json) throws Exception {
    Files.writeString(folder.resolve("adapter_config.json"), json);

    assertRefused("error.adapter.unsupported");
  }

  @Test
  void refusesBrokenJsonAndAnEmptyFolder() throws Exception {
    assertRefused("error.adapter.none");
    Files.writeString(folder.resolve("adapter_config.json"), "{\"peft_type\":");
    assertRefused("error.adapter.damaged");
  }

  private void assertRefused(String key) {
    assertThatThrownBy(() -> AdapterConfig.read(folder))
        .isInstanceOf(UserFacingException.class)
        .extracting("key")
        .isEqualTo(key);
  }
}
