package studio.timbre.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The projects that were opened, newest first. */
final class RecentProjects {
  private static final int KEPT = 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  RecentProjects(Path file) {
    this.file = file;
  }

  /** Those that still exist. */
  List<Path> list() {
    return all().stream().filter(Files::isRegularFile).toList();
  }

  synchronized void opened(Path project) {
    var paths = new LinkedHashSet<Path>();
    paths.add(project.toAbsolutePath().normalize());
    paths.addAll(all());
    var texts = paths.stream().limit(KEPT).map(Path::toString).toList();
    SmallFile.write(file, MAPPER.valueToTree(texts).toPrettyString() + "\n");
  }

  private List<Path> all() {
    var paths = new ArrayList<Path>();
    try {
      String json = SmallFile.read(file).orElse("[]");
      for (var text : MAPPER.readValue(json, new TypeReference<List<String>>() {})) {
        paths.add(Path.of(text));
      }
    } catch (JsonProcessingException | InvalidPathException e) {
      System.getLogger(RecentProjects.class.getName())
          .log(System.Logger.Level.WARNING, file + " is broken", e);
    }
    return paths;
  }
}
