package studio.timbre.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/**
 * What a hub tells of a model.
 *
 * @param revision the state of the files that is fetched, the same for all of them
 */
record HubRepository(String name, String revision, List<File> files) {

  /**
   * @param bytes -1 where the hub does not tell
   * @param sha256 known for large files
   */
  record File(String name, long bytes, Optional<String> sha256) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_BYTES = 16 << 20;

  /** No folders: a name that climbs out of the target cannot be written so. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private static final Pattern WEIGHTS = Pattern.compile("model(-\\d{5}-of-\\d{5})?\\.safetensors");

  private static final Set<String> TEXTS =
      Set.of(
          "config.json",
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "chat_template.jinja",
          "chat_template.json",
          "model.safetensors.index.json");

  /** Which of several GGUF files is taken: small loss first. */
  private static final List<String> QUANTISATIONS = List.of("q8_0", "q6_k", "q5_k_m", "q4_k_m");

  static HubRepository read(
      HubConnection connection, HubEndpoint endpoint, String name, Progress progress)
      throws UserFacingException {
    URI uri = endpoint.description(name);
    JsonNode root;
    try {
      root = JSON.readTree(connection.text(uri, MOST_BYTES, progress));
    } catch (JsonProcessingException e) {
      throw HubProblems.description(uri, e.getOriginalMessage());
    }
    if (!root.path("siblings").isArray()) {
      throw HubProblems.description(uri, "siblings");
    }
    String revision = root.path("sha").asText("main");
    if (!revision.matches("[A-Za-z0-9]{1,64}")) {
      throw HubProblems.description(uri, "sha");
    }
    var files = new ArrayList<File>();
    for (JsonNode sibling : root.path("siblings")) {
      String file = sibling.path("rfilename").asText();
      if (PLAIN_NAME.matcher(file).matches()) {
        JsonNode large = sibling.path("lfs");
        String sum = large.path("sha256").asText(large.path("oid").asText(""));
        files.add(
            new File(
                file,
                large.path("size").asLong(sibling.path("size").asLong(-1)),
                sum.matches("[0-9a-f]{64}") ? Optional.of(sum) : Optional.empty()));
      }
    }
    return new HubRepository(name, revision, files);
  }

  /** The files that Timbre needs: small ones first, so that a refusal comes before the long wait. */
  List<File> wanted() throws UserFacingException {
    var weights = files.stream().filter(file -> WEIGHTS.matcher(file.name()).matches()).toList();
    if (weights.isEmpty()) {
      return List.of(gguf());
    }
    var wanted =
        new ArrayList<>(files.stream().filter(file -> TEXTS.contains(file.name())).toList());
    boolean whole = weights.stream().anyMatch(file -> file.name().equals("model.safetensors"));
    weights.stream()
        .filter(file -> !whole || file.name().equals("model.safetensors"))
        .forEach(wanted::add);
    return wanted;
  }

  private File gguf() throws UserFacingException {
    var candidates = files.stream().filter(file -> file.name().endsWith(".gguf")).toList();
    for (String quantisation : QUANTISATIONS) {
      for (File file : candidates) {
        if (file.name().toLowerCase(java.util.Locale.ROOT).contains(quantisation)) {
          return file;
        }
      }
    }
    return candidates.stream().findFirst().orElseThrow(() -> HubProblems.noModel(name));
  }
}
