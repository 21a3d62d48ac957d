package studio.timbre.model;

import java.time.Instant;

/**
 * An entry of the edit journal, as people see it.
 *
 * @param entry its number, rising
 * @param kind what was done, also the end of the message key {@code change.<kind>}, as {@code edit}, {@code delete}
 * @param conversations how many it touched
 * @param undone true while it is taken back
 */
public record ChangeInfo(
    long entry, String kind, int conversations, Instant time, String who, boolean undone) {}
