package studio.timbre.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {
  @TempDir Path root;

  @Test
  void withoutLimitsItIsTheKernelsGuess() throws Exception {
    write("proc/meminfo", "MemTotal: 16000 kB\nMemFree: 100 kB\nMemAvailable: 12000 kB\n");
    assertThat(FreeMemory.linux(root)).hasValue(12000L * 1024);
  }

  @Test
  void theTightestControlGroupCounts() throws Exception {
    write("proc/meminfo", "MemAvailable: 12000 kB\n");
    write("proc/self/cgroup", "0::/box/inner\n");
    write("sys/fs/cgroup/box/inner/memory.max", "max\n");
    write("sys/fs/cgroup/box/inner/memory.current", "500\n");
    write("sys/fs/cgroup/box/memory.max", "9000\n");
    write("sys/fs/cgroup/box/memory.current", "5000\n");
    write("sys/fs/cgroup/box/memory.stat", "anon 3000\ninactive_file 1500\nactive_file 500\n");
    assertThat(FreeMemory.linux(root)).hasValue(9000 - 5000 + 1500);
  }

  @Test
  void theFirstGenerationOfControlGroupsCountsToo() throws Exception {
    write("proc/meminfo", "MemAvailable: 12000 kB\n");
    write("proc/self/cgroup", "5:cpu:/\n4:memory:/\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "8000\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "3000\n");
    write("sys/fs/cgroup/memory/memory.stat", "total_inactive_file 1000\n");
    assertThat(FreeMemory.linux(root)).hasValue(6000);
  }

  @Test
  void thisComputerHasSome() {
    assertThat(FreeMemory.bytes()).isGreaterThan(1 << 20);
  }

  private void write(String path, String text) throws Exception {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
