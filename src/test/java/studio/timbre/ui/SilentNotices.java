package studio.timbre.ui;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.ui.fx.Notices;

/** Remembers what was said to the person. */
public final class SilentNotices implements Notices {
  public final List<String> said = new ArrayList<>();
  public final List<Throwable> failures = new ArrayList<>();

  @Override
  public void say(String sentence) {
    said.add(sentence);
  }

  @Override
  public void say(String sentence, String act, Runnable run) {
    said.add(sentence);
  }

  @Override
  public void failed(Throwable problem) {
    failures.add(problem);
  }
}
