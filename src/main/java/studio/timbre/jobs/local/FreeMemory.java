package studio.timbre.jobs.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** How much memory a new process could take without anybody suffering. */
public final class FreeMemory {
  private FreeMemory() {}

  /** In bytes, now; what a container allows is respected. */
  public static long bytes() {
    if (Files.isReadable(Path.of("/proc/meminfo"))) {
      var linux = linux(Path.of("/"));
      if (linux.isPresent()) {
        return linux.getAsLong();
      }
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    // macOS keeps nearly all memory filled with what it could drop at once, so its free figure says
    // little.
    return mac
        ? Math.max(system.getFreeMemorySize(), system.getTotalMemorySize() / 2)
        : system.getFreeMemorySize();
  }

  /**
   * The kernel's own guess, or what the control groups leave where that is less.
   *
   * @param root where {@code proc} and {@code sys} lie
   */
  static OptionalLong linux(Path root) {
    var available = line(root.resolve("proc/meminfo"), "MemAvailable:");
    if (available.isEmpty()) {
      return OptionalLong.empty();
    }
    long least = available.getAsLong() * 1024;
    String group = text(root.resolve("proc/self/cgroup")).orElse("");
    for (String line : group.lines().toList()) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[0].equals("0")) {
        var limits = new GroupFiles("memory.max", "memory.current", "inactive_file");
        least = Math.min(least, left(root.resolve("sys/fs/cgroup"), parts[2], limits));
      } else if (parts.length == 3 && parts[1].equals("memory")) {
        var limits =
            new GroupFiles("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");
        least = Math.min(least, left(root.resolve("sys/fs/cgroup/memory"), parts[2], limits));
      }
    }
    return OptionalLong.of(Math.max(0, least));
  }

  /** How the two generations of control groups call the same things. */
  private record GroupFiles(String limit, String usage, String droppable) {}

  /** The least that this group and those around it leave. */
  private static long left(Path mount, String group, GroupFiles names) {
    long least = Long.MAX_VALUE;
    Path folder = mount.resolve(group.substring(1)).normalize();
    while (folder.startsWith(mount)) {
      var limit = number(folder.resolve(names.limit()));
      var usage = number(folder.resolve(names.usage()));
      if (limit.isPresent() && usage.isPresent()) {
        // Pages of files count as used but are given up first.
        long droppable = line(folder.resolve("memory.stat"), names.droppable() + " ").orElse(0);
        least = Math.min(least, limit.getAsLong() - usage.getAsLong() + droppable);
      }
      folder = folder.getParent();
    }
    return least;
  }

  private static OptionalLong number(Path file) {
    return text(file)
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong line(Path file, String start) {
    return text(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(start))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
