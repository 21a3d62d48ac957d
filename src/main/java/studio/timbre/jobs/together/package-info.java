/**
 * Jobs at Together AI. Sources of all shapes: its published interface (togethercomputer/openapi, 2026-04-28; docs.together.ai, pages
 * "Upload a file", "Get metrics" and "Monitor a fine-tuning job") and the types of its Python client (together-py). What these leave
 * open is read leniently and said where it is read.
 */
@NullMarked
package studio.timbre.jobs.together;

import org.jspecify.annotations.NullMarked;
