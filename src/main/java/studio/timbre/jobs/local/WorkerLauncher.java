package studio.timbre.jobs.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts training workers so that they outlive us: no pipe leads to us, and where the system has sessions the worker gets one
 * of its own, so that neither a closed terminal nor Ctrl+C reaches it.
 */
public final class WorkerLauncher {
  private final Class<?> main;

  public WorkerLauncher() {
    this(WorkerMain.class);
  }

  WorkerLauncher(Class<?> main) {
    this.main = main;
  }

  /** Starts a worker for the job in the folder. */
  Process start(WorkerFolder folder) throws IOException {
    var builder = ChildJvm.of(main, Cores.physical(), List.of(folder.root().toString()));
    var command = new ArrayList<String>();
    if (hasProgram("setsid")) {
      command.add("setsid");
    }
    if (hasProgram("nice")) {
      command.addAll(List.of("nice", "-n", "5"));
    }
    command.addAll(builder.command());
    builder.command(command);
    builder.directory(folder.root().toFile());
    builder.redirectInput(new File(ChildJvm.isWindows() ? "NUL" : "/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    var process = builder.start();
    folder.started(process.toHandle());
    return process;
  }

  private static boolean hasProgram(String name) {
    return Files.isExecutable(Path.of("/usr/bin", name));
  }
}
