package studio.timbre.jobs.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process held so far, native memory included. */
final class PeakMemory {
  private PeakMemory() {}

  /** Resident bytes at the highest where the system says so; elsewhere what is reserved now. */
  static long bytes() {
    var status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      try (var lines = Files.lines(status)) {
        var peak =
            lines
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
        if (peak.isPresent()) {
          return peak.getAsLong();
        }
      } catch (IOException _) {
        // Then the other way.
      }
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getCommittedVirtualMemorySize();
  }
}
