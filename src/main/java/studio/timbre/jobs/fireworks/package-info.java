/**
 * Jobs at Fireworks AI. Sources of all shapes: docs.fireworks.ai, "Gateway REST API" (datasets, supervisedFineTuningJobs, the list of
 * job states) and "Fine-tuning via API", and the types of its Python client (fw-ai-external/python-sdk). The paths {@code :cancel}
 * and {@code :resume} and the form of the metrics file are known from clients of others only. What these leave open is read
 * leniently and said where it is read.
 */
@NullMarked
package studio.timbre.jobs.fireworks;

import org.jspecify.annotations.NullMarked;
