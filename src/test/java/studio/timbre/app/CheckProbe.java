package studio.timbre.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

/**
 * Looks for problems as {@link CheckBenchmark} wants it timed, in a process with the memory that an installed Timbre has. Arguments: a
 * project that may be changed, where to write.
 */
final class CheckProbe {
  private static final int WARM = 100;
  private static final int TIMED = 1_000;

  private final ProjectSession session;
  private final long[] ids;
  private final Random random = new Random(5);

  private CheckProbe(ProjectSession session) {
    this.session = session;
    this.ids = session.ids(ConversationQuery.ALL);
  }

  public static void main(String... args) throws Exception {
    var file = Path.of(args[0]);
    try (var timbre = Timbre.startIn(new TimbreFolder(file.resolveSibling("home")));
        var session = timbre.open(file)) {
      var figures = new CheckProbe(session).figures();
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Path.of(args[1]).toFile(), figures);
    }
    // Nothing that is under way in the background is waited for.
    System.exit(0);
  }

  private Map<String, Object> figures() {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("conversations", ids.length);
    figures.put("processors", Runtime.getRuntime().availableProcessors());
    long before = used();
    long begin = System.nanoTime();
    var problems = session.problems(Progress.NONE);
    figures.put("first_look_s", seconds(begin));
    figures.put("first_look_cpu_s", Math.round(processorSeconds() * 10) / 10.0);
    figures.put("problems", kinds(problems));
    // Another choice and back: all is read and compared, and nothing looked at.
    var chosen = session.training().get();
    session.training().set(TrainingFilter.of(Status.REJECTED));
    session.problems(Progress.NONE);
    session.training().set(chosen);
    begin = System.nanoTime();
    session.problems(Progress.NONE);
    figures.put("compared_anew_s", seconds(begin));
    figures.put("bytes_a_conversation", (used() - before) / ids.length);
    var cpu = new double[TIMED];
    var wall = new double[TIMED];
    var thread = ManagementFactory.getThreadMXBean();
    for (int i = -WARM; i < TIMED; i++) {
      edit();
      long cpuBefore = thread.getCurrentThreadCpuTime();
      long wallBefore = System.nanoTime();
      problems = session.problems(Progress.NONE);
      places(problems);
      if (i >= 0) {
        wall[i] = (System.nanoTime() - wallBefore) / 1e6;
        cpu[i] = (thread.getCurrentThreadCpuTime() - cpuBefore) / 1e6;
      }
    }
    figures.put("recheck_cpu_ms", spread(cpu));
    figures.put("recheck_wall_ms", spread(wall));
    return figures;
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Of all threads since the start. */
  private static double processorSeconds() {
    return ProcessHandle.current()
            .info()
            .totalCpuDuration()
            .orElse(java.time.Duration.ZERO)
            .toMillis()
        / 1e3;
  }

  private static double seconds(long begin) {
    return Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
  }

  private static Map<String, Integer> kinds(List<Problem> problems) {
    return problems.stream()
        .collect(
            Collectors.toMap(
                Problem::kind,
                problem -> problem.conversations().size(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** As a card that is folded out asks for them. */
  private static void places(List<Problem> problems) {
    if (!problems.isEmpty()) {
      problems.getFirst().conversations().stream().limit(5).forEach(id -> {});
    }
  }

  /** An edit, a twin of another conversation, a deletion, another side or standing, and back. */
  private void edit() {
    long id = ids[random.nextInt(ids.length)];
    var row = session.row(id);
    if (row.isEmpty()) {
      session.undo();
      return;
    }
    var said = row.get().conversation();
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> session.replace(Map.of(id, with(said, " And a word more.")));
      case 3 -> session.add(with(said, " Indeed."), Split.TRAINING, Optional.empty());
      case 4 -> session.add(with(said, " Indeed."), Split.HELD_OUT, Optional.of(id));
      case 5 -> session.delete(id);
      case 6 ->
          session.setSplit(
              row.get().split() == Split.TRAINING ? Split.HELD_OUT : Split.TRAINING, id);
      default -> session.setStatus(Status.APPROVED, id);
    }
  }

  private static Conversation with(Conversation said, String more) {
    return said.withMessages(
        said.messages().stream()
            .map(
                message ->
                    message.role().equals(Role.ASSISTANT)
                        ? Message.of(Role.ASSISTANT, message.text() + more)
                        : message)
            .toList());
  }

  private static Map<String, Double> spread(double... times) {
    var sorted = times.clone();
    Arrays.sort(sorted);
    var spread = new LinkedHashMap<String, Double>();
    for (int percent : new int[] {50, 95, 99, 100}) {
      double at = sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
      spread.put(percent == 100 ? "max" : "p" + percent, Math.round(at * 1000) / 1000.0);
    }
    return spread;
  }
}
