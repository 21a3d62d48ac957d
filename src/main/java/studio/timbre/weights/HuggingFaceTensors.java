package studio.timbre.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.model.UserFacingException;

/** The tensors of a Hugging Face folder: one safetensors file, or several with an index. */
final class HuggingFaceTensors implements TensorSource, AutoCloseable {

  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";

  private final List<SafetensorsFile> files = new ArrayList<>();
  private final Map<String, SafetensorsFile> fileOf = new LinkedHashMap<>();
  private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

  private HuggingFaceTensors() {}

  static HuggingFaceTensors open(Path folder) throws UserFacingException {
    var opened = new HuggingFaceTensors();
    try {
      for (String name : fileNames(folder)) {
        opened.add(folder.resolve(name));
      }
      return opened;
    } catch (UserFacingException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static Set<String> fileNames(Path folder) throws UserFacingException {
    if (Files.isRegularFile(folder.resolve(SINGLE))) {
      return Set.of(SINGLE);
    }
    JsonNode index = FolderJson.read(folder.resolve(INDEX));
    if (index.isMissingNode()) {
      throw ModelProblems.missingPart(folder, SINGLE);
    }
    var names = new LinkedHashSet<String>();
    for (JsonNode name : index.path("weight_map")) {
      String text = name.asText();
      if (!text.matches("[A-Za-z0-9_.-]+\\.safetensors")) {
        throw ModelProblems.wrongText(folder.resolve(INDEX), "\"" + text + "\"");
      }
      names.add(text);
    }
    return names;
  }

  private void add(Path path) throws UserFacingException {
    var file = SafetensorsFile.open(path);
    files.add(file);
    for (TensorInfo info : file.tensors().values()) {
      if (!Set.of("F32", "F16", "BF16").contains(info.type())) {
        throw ModelProblems.tensorType(path, info.name(), info.type());
      }
      fileOf.put(info.name(), file);
      tensors.put(info.name(), info);
    }
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void read(String name, MemorySegment target) {
    var file = fileOf.get(name);
    if (file == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    file.read(name, target);
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }
}
