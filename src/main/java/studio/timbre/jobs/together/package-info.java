/**
 * Jobs at Together AI. Sources of all shapes: its published interface (togethercomputer/openapi, 2026-04-28; docs.together.ai, pages
 * "Upload a file", "Estimate price", "Pricing", "Get metrics" and "Monitor a fine-tuning job") and the types of its Python client
 * (together 3.1.1). What these leave open is read leniently and said where it is read. Files go in one request, up to what Together
 * takes so: its client sends those above 5 GB in parts, by routes that are published nowhere, and is handed another file in place of
 * one with the same content, which a job here could not delete as its own.
 */
@NullMarked
package studio.timbre.jobs.together;

import org.jspecify.annotations.NullMarked;
