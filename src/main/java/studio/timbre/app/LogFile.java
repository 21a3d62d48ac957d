package studio.timbre.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends what this program and its libraries log to files in Timbre's folder: the terminal belongs to the person. Three files of
 * two megabytes are kept; each process that runs at the same time has its own.
 */
public final class LogFile {
  private static final int BYTES = 2_000_000;
  private static final int FILES = 3;

  private LogFile() {}

  /** Takes effect for the whole process. Where the folder cannot be written, nothing is logged. */
  public static void open(TimbreFolder home) {
    LogManager.getLogManager().reset();
    var root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    try {
      Files.createDirectories(home.log());
      root.addHandler(handler(home));
    } catch (IOException e) {
      root.setLevel(Level.OFF);
    }
  }

  private static Handler handler(TimbreFolder home) throws IOException {
    // The handler reads % as a sign of its own.
    String place = home.log().toString().replace("%", "%%");
    var handler = new FileHandler(place + "/timbre-%u-%g.log", BYTES, FILES, true);
    handler.setEncoding(StandardCharsets.UTF_8.name());
    handler.setFormatter(new SimpleFormatter());
    return handler;
  }
}
