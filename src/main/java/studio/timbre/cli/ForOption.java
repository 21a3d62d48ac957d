package studio.timbre.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.app.Finding;
import studio.timbre.app.ProviderFiles.Written;
import studio.timbre.app.ProviderOutlook;
import studio.timbre.app.ProviderTarget;
import studio.timbre.model.WrittenFormat;

/** For whom training files are written, and what is told of it. */
final class ForOption {
  private static final int NAMED = 8;

  @Option(
      names = "--for",
      paramLabel = "PROVIDER[:MODEL]",
      description = {
        "Write training files as this provider takes them: openai, azure, nebius, crusoe, together, fireworks, compatible; or local,"
            + " for training on this computer. What is written in another way than it stands is said; where something would stop"
            + " the provider, nothing is written."
      })
  private @Nullable String provider;

  /**
   * Empty where it is not given.
   *
   * @param to the format that is asked for besides
   */
  <E extends Exception> Optional<ProviderTarget> of(FormatOption to, Function<String, E> wrongUsage)
      throws E {
    if (provider == null) {
      return Optional.empty();
    }
    var target = ProviderTarget.named(provider);
    if (target.isEmpty()) {
      throw wrongUsage.apply(
          "--for takes a provider, as openai or azure:gpt-4.1-mini-2025-04-14; there is no \"%s\"."
              .formatted(provider));
    }
    return Optional.of(graded(target.get(), to, wrongUsage));
  }

  /** What is written for a provider is told by the conversations, but for questions for a grader: those are asked for. */
  private static <E extends Exception> ProviderTarget graded(
      ProviderTarget target, FormatOption to, Function<String, E> wrongUsage) throws E {
    if (to.isAbsent()) {
      return target;
    }
    if (!to.isOf(WrittenFormat.RFT)) {
      throw wrongUsage.apply(
          "--for writes chat lines, or pairs where all conversations are; with --to rft, questions for a grader.");
    }
    if (!target.provider().map(ProviderTarget::takesGraded).orElse(false)) {
      throw wrongUsage.apply(
          "%s does not train by the verdicts of a grader.".formatted(target.word()));
    }
    return target.forGrader();
  }

  /** Says what was written, and what would stop the provider. */
  static void tell(Written written, boolean lines, Output output) {
    var outlook = written.outlook();
    written.training().ifPresent(file -> output.say(sentence(outlook.training(), file)));
    written.validation().ifPresent(file -> output.say(sentence(outlook.validation(), file)));
    written
        .aside()
        .ifPresent(
            file ->
                output.remark(
                    "Nothing is held out now. A file to measure with that lay there from before is called %s from now on."
                        .formatted(file)));
    if (written.training().isEmpty()) {
      output.remark("Nothing was written, as the provider would not take it:");
    }
    for (var finding : outlook.findings()) {
      output.remark(
          (finding.isBlocking() ? "error    " : "warning  ")
              + finding.english()
              + places(finding, lines));
    }
    outlook.changes().forEach(change -> output.remark("changed  " + change.english()));
  }

  static JsonFields fields(Written written, ProviderTarget target) {
    var outlook = written.outlook();
    return new JsonFields()
        .with("ready", outlook.isReady())
        .with("conversations", outlook.training())
        .with("validation", outlook.validation())
        .with("format", target.graded() ? "rft" : outlook.pairs() ? "dpo" : "chat")
        .with("file", written.training().map(Path::toString))
        .with("validationFile", written.validation().map(Path::toString))
        .with("putAside", written.aside().map(Path::toString))
        .with("changes", outlook.changes().stream().map(ProviderOutlook.Change::english).toList())
        .with(
            "problems",
            outlook.findings().stream()
                .map(
                    finding ->
                        new JsonFields()
                            .with("severity", finding.isBlocking() ? "error" : "warning")
                            .with("message", finding.english())
                            .with("conversations", finding.conversations()))
                .toList());
  }

  private static String sentence(long conversations, Path file) {
    return Numbers.conversations(conversations) + " written to " + file;
  }

  private static String places(Finding finding, boolean lines) {
    if (finding.conversations().isEmpty()) {
      return "";
    }
    var named =
        finding.conversations().stream()
            .limit(NAMED)
            .map(number -> String.valueOf(number))
            .toList();
    long more = finding.count() - named.size();
    return " ("
        + (lines ? "line " : "conversation ")
        + String.join(", ", named)
        + (more > 0 ? " and " + Numbers.whole(more) + " more" : "")
        + ")";
  }
}
