package studio.timbre.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.model.WrittenFormat;

/** The format of a file that is written. */
final class FormatOption {
  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description =
          "The format to write; without it the ending of the file tells: lines (any conversation,"
              + " as it is), chat, dpo, rft, prompt, sharegpt, alpaca, csv, tsv, xlsx, transcript.")
  private @Nullable String to;

  /**
   * @param otherwise where neither the option nor the ending tells
   */
  <E extends Exception> WrittenFormat of(
      Path file, WrittenFormat otherwise, Function<String, E> wrongUsage) throws E {
    if (to == null) {
      return WrittenFormat.of(file).orElse(otherwise);
    }
    return WrittenFormat.named(to)
        .orElseThrow(
            () ->
                wrongUsage.apply(
                    "There is no format %s; there are %s."
                        .formatted(
                            to,
                            Arrays.stream(WrittenFormat.values())
                                .map(WrittenFormat::word)
                                .collect(Collectors.joining(", ")))));
  }
}
