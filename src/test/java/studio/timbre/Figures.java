package studio.timbre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Figures that reference libraries computed; see src/test/resources/reference/README.md. */
public final class Figures {

  private static final Path FOLDER = Path.of("src", "test", "resources", "reference");
  private static final JsonMapper JSON = new JsonMapper();

  private Figures() {}

  public static Path path(String name) {
    return FOLDER.resolve(name);
  }

  public static JsonNode json(String name) throws IOException {
    return JSON.readTree(path(name).toFile());
  }

  /** The values of a gzipped file of JSON lines. */
  public static List<JsonNode> lines(String name) throws IOException {
    var nodes = new ArrayList<JsonNode>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path(name))), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        nodes.add(JSON.readTree(line));
      }
    }
    return nodes;
  }

  public static int[] ints(JsonNode array) {
    var ints = new int[array.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = array.get(i).intValue();
    }
    return ints;
  }
}
