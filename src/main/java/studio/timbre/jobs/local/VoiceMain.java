package studio.timbre.jobs.local;

/** The main class of a voice: a process that has a model loaded and answers. Its arguments are the base and the adapter. */
public final class VoiceMain {
  private VoiceMain() {}

  public static void main(String[] arguments) throws Exception {
    throw new UnsupportedOperationException();
  }
}
