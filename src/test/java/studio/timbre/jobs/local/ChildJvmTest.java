package studio.timbre.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

  @Test
  void nothingOfTheEnvironmentGoesAlongUnasked() {
    var environment = ChildJvm.of(WorkerMain.class, 2, List.of()).environment();
    assertThat(environment.keySet())
        .allMatch(
            name ->
                name.matches(
                    "(?i)PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_.*|TZ|TMPDIR|TMP|TEMP|.*LIBRARY_PATH"
                        + "|XDG_.*|TIMBRE_HOME|DJL_CACHE_DIR|ENGINE_CACHE_DIR|CLASSPATH|OMP_.*"
                        + "|OPENBLAS_NUM_THREADS|GLIBC_TUNABLES|SYSTEM.*|WINDIR|USER.*|.*APPDATA|PATHEXT|COMSPEC"));
  }

  @Test
  void openMpGetsTheCoresAndOpenBlasNone() {
    var environment = ChildJvm.of(WorkerMain.class, 6, List.of()).environment();
    assertThat(environment)
        .containsEntry("OMP_NUM_THREADS", "6")
        .containsEntry("OPENBLAS_NUM_THREADS", "1");
  }

  @Test
  void coresAreCountedOnceHoweverManyThreadsTheyShow() {
    String twoCoresFourThreads =
        """
        processor : 0
        physical id : 0
        core id : 0

        processor : 1
        physical id : 0
        core id : 1

        processor : 2
        physical id : 0
        core id : 0

        processor : 3
        physical id : 0
        core id : 1
        """;
    assertThat(Cores.listed(twoCoresFourThreads)).isEqualTo(2);
    assertThat(Cores.listed("processor : 0\nBogoMIPS : 50\n")).isZero();
    assertThat(Cores.physical()).isBetween(1, Runtime.getRuntime().availableProcessors());
  }
}
