package studio.timbre.jobs;

import java.nio.file.Path;
import studio.timbre.model.JobId;

/**
 * A job that was submitted before, perhaps by an earlier start of this program.
 *
 * @param folder all files of the job lie here
 * @param afterSequence events up to this one are known already; 0 for none
 */
public record JobRef(JobId id, Path folder, long afterSequence) {}
