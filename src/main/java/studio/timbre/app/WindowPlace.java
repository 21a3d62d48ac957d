package studio.timbre.app;

/**
 * Where a window stood, in the coordinates of the desktop.
 *
 * @param maximized then the bounds are those that it goes back to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
