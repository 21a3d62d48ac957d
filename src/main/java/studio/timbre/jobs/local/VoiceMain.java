package studio.timbre.jobs.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.jobs.local.VoiceMessages.Reply;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.torch.TorchEngine;
import studio.timbre.weights.BaseModels;

/** The main class of a voice: a process that has a model loaded and answers. Its arguments are the base and the adapter. */
public final class VoiceMain {
  private VoiceMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // Whatever libraries print must not come between.
    System.setOut(System.err);
    var server = new VoiceServer(out);
    server.listen(System.in);
    var adapter =
        arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.<Path>empty();
    try (var base = BaseModels.open(Path.of(arguments[0]));
        var model = TorchEngine.speak(base, adapter)) {
      server.serve(new ModelSpeaker(base, model));
    } catch (UserFacingException e) {
      server.say(new Reply.Failed(0, e));
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      server.say(new Reply.Failed(0, VoiceFailures.of(e)));
    }
    System.exit(1);
  }
}
