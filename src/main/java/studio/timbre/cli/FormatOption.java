package studio.timbre.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
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
              + " as it is), json (the same as a list), chat (of pairs the preferred answer), dpo,"
              + " rft, prompt, sharegpt, alpaca, csv, tsv, xlsx, transcript (what is said alone).")
  private @Nullable String to;

  boolean isAbsent() {
    return to == null;
  }

  boolean isOf(WrittenFormat format) {
    return to != null && WrittenFormat.named(to).equals(Optional.of(format));
  }

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
