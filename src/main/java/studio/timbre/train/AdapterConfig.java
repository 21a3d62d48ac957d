package studio.timbre.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.TreeSet;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.model.UserFacingException;

/**
 * The file {@code adapter_config.json} of a PEFT adapter folder.
 *
 * @param lora what was trained
 * @param baseModel the name of the model that it was trained on
 */
public record AdapterConfig(LoraSpec lora, String baseModel) {
  private static final String FILE = "adapter_config.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes the file with the keys that peft reads for LoRA on a causal language model. */
  public void write(Path folder) throws IOException {
    var json = JSON.createObjectNode();
    json.put("peft_type", "LORA");
    json.put("task_type", "CAUSAL_LM");
    json.put("base_model_name_or_path", baseModel);
    json.put("r", lora.rank());
    if (lora.alpha() == Math.rint(lora.alpha())) {
      json.put("lora_alpha", (long) lora.alpha());
    } else {
      json.put("lora_alpha", lora.alpha());
    }
    var targets = json.putArray("target_modules");
    new TreeSet<>(lora.projections()).forEach(each -> targets.add(each.shortName()));
    json.put("lora_dropout", 0.0);
    json.put("bias", "none");
    json.put("fan_in_fan_out", false);
    json.put("inference_mode", true);
    json.put("init_lora_weights", true);
    json.put("use_rslora", false);
    json.put("use_dora", false);
    json.putNull("modules_to_save");
    json.putNull("layers_to_transform");
    json.putNull("layers_pattern");
    json.putObject("rank_pattern");
    json.putObject("alpha_pattern");
    json.putNull("auto_mapping");
    json.putNull("revision");
    Files.writeString(
        folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }

  /**
   * @throws UserFacingException if there is no adapter, or one that Timbre cannot use
   */
  public static AdapterConfig read(Path folder) throws IOException, UserFacingException {
    var file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw AdapterProblems.none(folder);
    }
    JsonNode json;
    try {
      json = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw AdapterProblems.damaged(folder, e);
    }
    require(folder, "peft_type", json.path("peft_type").asText(), "LORA");
    require(folder, "bias", json.path("bias").asText("none"), "none");
    for (String flag : new String[] {"use_dora", "use_rslora", "fan_in_fan_out"}) {
      require(folder, flag, json.path(flag).asText("false"), "false");
    }
    for (String special :
        new String[] {"rank_pattern", "alpha_pattern", "modules_to_save", "layers_to_transform"}) {
      require(folder, special, json.path(special).isEmpty() ? "" : "set", "");
    }
    int rank = json.path("r").asInt();
    if (rank < 1 || rank > 1024) {
      throw AdapterProblems.unsupported(folder, "r = " + rank);
    }
    return new AdapterConfig(
        new LoraSpec(rank, json.path("lora_alpha").asDouble(), targets(folder, json)),
        json.path("base_model_name_or_path").asText(""));
  }

  private static void require(Path folder, String key, String found, String wanted)
      throws UserFacingException {
    if (!found.equals(wanted)) {
      throw AdapterProblems.unsupported(folder, key + " = " + found);
    }
  }

  private static EnumSet<Projection> targets(Path folder, JsonNode json)
      throws UserFacingException {
    var targets = json.path("target_modules");
    if (targets.asText().equals("all-linear")) {
      return EnumSet.allOf(Projection.class);
    }
    var found = EnumSet.noneOf(Projection.class);
    for (var target : targets) {
      String name = target.asText().substring(target.asText().lastIndexOf('.') + 1);
      found.add(
          Arrays.stream(Projection.values())
              .filter(each -> each.shortName().equals(name))
              .findAny()
              .orElseThrow(
                  () -> AdapterProblems.unsupported(folder, "target_modules: " + target.asText())));
    }
    if (found.isEmpty()) {
      throw AdapterProblems.unsupported(folder, "target_modules = " + targets);
    }
    return found;
  }
}
