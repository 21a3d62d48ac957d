package studio.timbre.app;

/**
 * What became of an export.
 *
 * @param written conversations in the file
 * @param unfit conversations that the format cannot hold, which are not in it
 */
public record WrittenReport(long written, long unfit) {}
