package studio.timbre.jobs.local;

import java.nio.file.Path;

/** The main class of a training worker; its one argument is the folder that it works in. */
public final class WorkerMain {
  private WorkerMain() {}

  public static void main(String[] arguments) throws Exception {
    var folder = new WorkerFolder(Path.of(arguments[0]));
    System.exit(WorkerProcess.run(folder, new TrainingWork()));
  }
}
