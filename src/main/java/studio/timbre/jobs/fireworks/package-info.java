/**
 * Jobs at Fireworks AI. Sources of all shapes: docs.fireworks.ai, "Gateway REST API" (datasets, supervisedFineTuningJobs, dpoJobs
 * with their metrics endpoint, the list of job states), "Fine-tuning via API" and "Direct Preference Optimization", and the types of
 * its Python client (fireworks-ai 1.2.30), which alone has the place of beta, {@code lossConfig.dpo.beta}. The form of the metrics
 * files is known from clients of others only. What these leave open is read leniently and said where it is read.
 */
@NullMarked
package studio.timbre.jobs.fireworks;

import org.jspecify.annotations.NullMarked;
