package studio.timbre.jobs.together;

/** Five hundred of the runs that each build does some of. */
class TogetherFaultsBenchmark extends TogetherFaultsTest {
  @Override
  protected int runs() {
    return 500;
  }
}
