package studio.timbre.app;

import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to hear of changes. */
final class Listeners {
  private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();

  /** Each listening is its own, even of the same listener. */
  private record Entry(Runnable listener, Object identity) {}

  Subscription add(Runnable listener) {
    var entry = new Entry(listener, new Object());
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Must not be called while a lock is held. One listener's fault keeps nothing from the others. */
  void tell() {
    for (var entry : entries) {
      try {
        entry.listener().run();
      } catch (RuntimeException e) {
        System.getLogger(Listeners.class.getName())
            .log(System.Logger.Level.ERROR, "a listener failed", e);
      }
    }
  }
}
