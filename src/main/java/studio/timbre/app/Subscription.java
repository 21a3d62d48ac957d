package studio.timbre.app;

/** Ends a listening. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
