package studio.timbre.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Split;

/**
 * Does what {@link ImportBenchmark} wants timed, in a process with the memory that an installed Timbre has, and writes the figures.
 * Arguments: the file to import, a folder of its own, where to write, {@code import} or {@code cancel}.
 */
final class ImportProbe {
  private static final ConversationQuery ALL = ConversationQuery.of(ConversationFilter.ALL);

  private ImportProbe() {}

  public static void main(String[] arguments) throws Exception {
    var source = Path.of(arguments[0]);
    var folder = Path.of(arguments[1]);
    var report = new ObjectMapper().createObjectNode();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(folder.resolve("imported.timbre"))) {
      if (arguments[3].equals("cancel")) {
        cancel(session, source, report);
      } else {
        take(session, source, report);
      }
    }
    report.put("heap_peak_mib", heapPeak() >> 20);
    report.put("resident_peak_mib", residentPeak());
    report.put("project_mib", Files.size(folder.resolve("imported.timbre")) >> 20);
    Files.writeString(Path.of(arguments[2]), report.toPrettyString());
  }

  private static void take(ProjectSession session, Path source, ObjectNode report)
      throws Exception {
    var told = new AtomicLong();
    long begin = System.nanoTime();
    var imported =
        session.importJsonl(
            source,
            Split.TRAINING,
            new Progress() {
              @Override
              public void report(long done, long total) {
                told.incrementAndGet();
              }

              @Override
              public boolean isCancelled() {
                return false;
              }
            });
    report.put("import_seconds", seconds(begin));
    report.put("imported", imported.imported());
    report.put("refused", imported.refusedLines());
    report.put("progress_told", told.get());
    ProjectTotals totals;
    do {
      TimeUnit.MILLISECONDS.sleep(200);
      totals = session.totals(ALL);
    } while (totals.uncounted() > 0);
    report.put("until_counted_seconds", seconds(begin));
    report.put("tokens", totals.tokens());
  }

  /** Stops at a third of the file; nothing may be left. */
  private static void cancel(ProjectSession session, Path source, ObjectNode report)
      throws Exception {
    var stopped = new AtomicLong();
    var imported =
        session.importJsonl(
            source,
            Split.TRAINING,
            new Progress() {
              @Override
              public void report(long done, long total) {
                if (done > total / 3 && stopped.get() == 0) {
                  stopped.set(System.nanoTime());
                }
              }

              @Override
              public boolean isCancelled() {
                return stopped.get() != 0;
              }
            });
    report.put("cancel_seconds", seconds(stopped.get()));
    report.put("imported", imported.imported());
    report.put("left", session.totals(ALL).conversations());
  }

  private static double seconds(long begin) {
    return Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** Of the whole process, SQLite's memory among it. */
  private static long residentPeak() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }
}
