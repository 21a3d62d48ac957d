package studio.timbre.jobs;

import java.util.List;
import java.util.function.UnaryOperator;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

/** Keeps what is known of jobs at providers. What was changed is on the disk when the call returns. */
public interface ApiLedger {
  ApiOrder order(JobId job);

  ApiStanding standing(JobId job);

  /** Reads, changes and writes in one act; answers what is kept now. */
  ApiStanding change(JobId job, UnaryOperator<ApiStanding> change);

  /** The provider's own word for where the job stands, as {@code validating_files}; kept where there is room for it. */
  default void providerState(JobId job, String word) {}

  /** How many tokens the provider has trained on, which is what most of them bill; kept where there is room for it. */
  default void trainedTokens(JobId job, long tokens) {}

  /** Everything that was told of the job, in order. */
  List<JobEvent> told(JobId job);
}
