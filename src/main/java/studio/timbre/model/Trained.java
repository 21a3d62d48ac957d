package studio.timbre.model;

/**
 * What a run was given: the conversations that passed a filter in a state of the project, to learn from or to measure with. What has
 * been deleted since is in no answer.
 *
 * @param entry the last edit of that state
 */
public record Trained(long entry, TrainingFilter filter) {}
