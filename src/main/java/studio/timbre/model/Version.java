package studio.timbre.model;

import java.time.Instant;

/**
 * A state of a project's conversations that somebody gave a name.
 *
 * @param entry the last change that it holds, 0 for none: names the state
 * @param conversations how many there were
 */
public record Version(
    long id, String name, Instant time, String who, long entry, long conversations) {}
