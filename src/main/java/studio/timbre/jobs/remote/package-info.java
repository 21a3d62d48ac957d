/**
 * Jobs at providers, whatever interface they speak: what is sent and when, how an unclear answer is cleared up, what is told. A
 * {@link studio.timbre.jobs.remote.ProviderDialect} makes the calls.
 */
@NullMarked
package studio.timbre.jobs.remote;

import org.jspecify.annotations.NullMarked;
