/**
 * Jobs at Fireworks AI. Sources of all shapes: docs.fireworks.ai, "Gateway REST API" (datasets with {@code :getUploadEndpoint} and
 * {@code :validateUpload}, supervisedFineTuningJobs, dpoJobs with their metrics endpoint, the list of job states), "Fine-tuning via
 * API" and "Direct Preference Optimization", and the types of its Python client (fireworks-ai 1.2.30), which alone has the place of
 * beta, {@code lossConfig.dpo.beta}. The form of the metrics files, and the values of the headers that go with a signed address, are
 * known from clients of others only. What these leave open is read leniently and said where it is read. How many tokens a job was
 * trained on is not told anywhere: {@code jobProgress} counts requests of other kinds of jobs.
 */
@NullMarked
package studio.timbre.jobs.fireworks;

import org.jspecify.annotations.NullMarked;
