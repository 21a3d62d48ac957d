package studio.timbre.secrets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.timbre.model.ApiKey;

/** Keeps key after key in a process of its own until it is killed, and says after each that it is kept. */
final class KilledKeeper {
  static final String PASSPHRASE = "four harbour gulls at dawn";
  static final int FEW = 100;

  private KilledKeeper() {}

  /** Arguments: the file, the number of the first key. */
  public static void main(String[] arguments) throws Exception {
    var file = new KeyFile(Path.of(arguments[0]), FEW);
    file.open(PASSPHRASE.toCharArray());
    for (int number = Integer.parseInt(arguments[1]); ; number++) {
      file.put("key " + number, new ApiKey("secret " + number));
      System.out.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
      System.out.flush();
    }
  }
}
