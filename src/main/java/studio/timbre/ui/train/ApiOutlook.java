package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import studio.timbre.app.ApiTraining.Forecast;
import studio.timbre.app.Finding;

/** Where thinking a job out stands. */
sealed interface ApiOutlook {
  /** Something is missing or wrong. */
  record Nothing() implements ApiOutlook {}

  record Counting() implements ApiOutlook {}

  /**
   * What it comes to.
   *
   * @param findings worst first; empty while the data is still looked over
   */
  record Forecasted(Forecast forecast, Optional<List<Finding>> findings) implements ApiOutlook {}

  record Failed(Exception problem) implements ApiOutlook {}
}
