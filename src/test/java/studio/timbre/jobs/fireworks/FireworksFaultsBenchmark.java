package studio.timbre.jobs.fireworks;

/** Five hundred of the runs that each build does some of. */
class FireworksFaultsBenchmark extends FireworksFaultsTest {
  @Override
  protected int runs() {
    return 500;
  }
}
