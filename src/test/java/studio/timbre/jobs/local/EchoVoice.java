package studio.timbre.jobs.local;

import java.util.List;
import java.util.function.Predicate;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/**
 * A voice process for tests: repeats the question word by word, each {@code maxTokens} milliseconds. A long word is two
 * tokens, of which the first completes no text.
 */
public final class EchoVoice implements VoiceServer.Speaker {
  private static final int LONG = 12;

  private int threads;

  public static void main(String[] arguments) throws Exception {
    var server = new VoiceServer(System.out);
    server.listen(System.in);
    server.serve(new EchoVoice());
  }

  @Override
  public int speak(List<Message> conversation, Sampling sampling, Predicate<String> said)
      throws UserFacingException {
    String question = conversation.getLast().text();
    if (question.equals("crash")) {
      Runtime.getRuntime().halt(134);
    } else if (question.equals("refuse")) {
      throw new UserFacingException("error.test", "Not this one.", 7, "seven");
    } else if (question.equals("break")) {
      throw new IllegalStateException("DefaultCPUAllocator: can't allocate memory");
    } else if (question.equals("threads?")) {
      return said.test(Integer.toString(threads)) ? 1 : 0;
    }
    int count = 0;
    for (String word : question.split("(?<= )")) {
      if (word.length() > LONG) {
        count++;
        if (!said.test("")) {
          break;
        }
      }
      count++;
      if (!said.test(word)) {
        break;
      }
      pause(sampling.maxTokens());
    }
    return count;
  }

  @Override
  public void useThreads(int count) {
    threads = count;
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
