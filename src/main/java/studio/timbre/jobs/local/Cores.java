package studio.timbre.jobs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;

/** How many cores there are to compute with: two threads on one core only get into each other's way. */
public final class Cores {
  private Cores() {}

  /** Physical cores, as far as this process may use them; at least one. */
  public static int physical() {
    int logical = Runtime.getRuntime().availableProcessors();
    var processors = Path.of("/proc/cpuinfo");
    if (Files.isReadable(processors)) {
      try {
        int listed = listed(Files.readString(processors));
        return listed == 0 ? logical : Math.clamp(listed, 1, logical);
      } catch (IOException _) {
        return logical;
      }
    }
    // No portable way to ask: x86 computers of some size nearly always show each core twice, others
    // do not.
    boolean twofold =
        logical >= 4
            && System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).matches("amd64|x86_64");
    return twofold ? logical / 2 : logical;
  }

  /** Different pairs of physical id and core id in the text of {@code /proc/cpuinfo}; 0 where it names none. */
  static int listed(String cpuinfo) {
    var cores = new HashSet<String>();
    String socket = "";
    for (String line : cpuinfo.lines().toList()) {
      if (line.startsWith("physical id")) {
        socket = line;
      } else if (line.startsWith("core id")) {
        cores.add(socket + line);
      }
    }
    return cores.size();
  }
}
