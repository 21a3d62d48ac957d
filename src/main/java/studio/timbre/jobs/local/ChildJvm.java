package studio.timbre.jobs.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the command and the environment of a child Java virtual machine that computes with libtorch. The thread settings are
 * read when the libraries load, so they can only be given as the environment of a new process.
 */
final class ChildJvm {

  /** What a child needs of our environment. Everything else stays here: there may be keys among it. */
  private static final Set<String> PASSED_ON =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TMP",
          "TEMP",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "XDG_CACHE_HOME",
          "XDG_DATA_HOME",
          "TIMBRE_HOME",
          "DJL_CACHE_DIR",
          "ENGINE_CACHE_DIR",
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "USERPROFILE",
          "LOCALAPPDATA",
          "APPDATA",
          "USERNAME",
          "PATHEXT",
          "COMSPEC");

  /** Settings of ours that say where natives are unpacked. */
  private static final List<String> PROPERTIES_PASSED_ON =
      List.of(
          "org.bytedeco.javacpp.cachedir", "DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "java.io.tmpdir");

  private ChildJvm() {}

  /**
   * @param main its main class, on our own class path
   * @param threads for the arithmetic
   */
  static ProcessBuilder of(Class<?> main, int threads, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(java());
    // What is large lives in native memory, and what takes long is native code.
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    for (String property : PROPERTIES_PASSED_ON) {
      String value = System.getProperty(property);
      if (value != null) {
        command.add("-D" + property + "=" + value);
      }
    }
    command.add(main.getName());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> !isPassedOn(name));
    environment.put("CLASSPATH", classPath());
    environment.putAll(threading(threads));
    return builder;
  }

  static Map<String, String> threading(int threads) {
    var settings = new TreeMap<String, String>();
    settings.put("OMP_NUM_THREADS", Integer.toString(threads));
    // Threads that wait spinning starve themselves as soon as another program wants a core.
    settings.put("OMP_WAIT_POLICY", "PASSIVE");
    // The large products are oneDNN's, which is OpenMP's; two pools of threads on the same cores
    // would fight.
    settings.put("OPENBLAS_NUM_THREADS", "1");
    if (isLinux() && !isMusl()) {
      // Memory that is given back to the system has to be faulted in again at each step.
      settings.put(
          "GLIBC_TUNABLES",
          "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=268435456"
              + ":glibc.malloc.trim_threshold=17179869184:glibc.malloc.arena_max=1");
    }
    return settings;
  }

  private static boolean isPassedOn(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return PASSED_ON.contains(upper) || upper.startsWith("LC_");
  }

  private static String java() {
    String name = isWindows() ? "java.exe" : "java";
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Ours with whole paths, as the child may work in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").startsWith("Linux");
  }

  private static boolean isMusl() {
    return Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
        || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
  }
}
