package studio.timbre.app;

import studio.timbre.json.JobEventJson;
import studio.timbre.model.JobEvent;

/** Events as programs read them. */
public final class EventLines {
  private EventLines() {}

  /** One JSON object on one line: {@code type}, {@code step}, {@code train_loss}, … */
  public static String json(JobEvent event) {
    return JobEventJson.write(event);
  }
}
