package studio.timbre.jobs.openai;

/** A thousand of the runs that each build does some of. */
class SeededFaultsBenchmark extends SeededFaultsTest {
  @Override
  int runs() {
    return 1_000;
  }
}
