package studio.timbre.model;

import java.time.Instant;

/**
 * Where a review pack came from.
 *
 * @param pack its own id
 * @param project id of the project that it was made of
 * @param projectName what that was called then
 * @param recipient whom it was made for
 */
public record PackOrigin(
    String pack, String project, String projectName, String recipient, Instant time) {}
