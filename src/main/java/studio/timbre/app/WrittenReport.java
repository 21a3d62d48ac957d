package studio.timbre.app;

/**
 * What became of an export.
 *
 * @param written conversations in the file
 * @param unfit conversations that the format cannot hold, which are not in it
 * @param partly conversations in the file of which something has no place in the format
 */
public record WrittenReport(long written, long unfit, long partly) {}
