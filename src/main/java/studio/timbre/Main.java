package studio.timbre;

/** The launcher: window, command line, or training worker. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    throw new UnsupportedOperationException("the first rooms are being built");
  }
}
