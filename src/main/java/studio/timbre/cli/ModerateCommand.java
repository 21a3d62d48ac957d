package studio.timbre.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ContentProgress;
import studio.timbre.app.FileModeration.FlaggedLine;
import studio.timbre.app.FileModeration.Report;
import studio.timbre.app.KeySource;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Flag;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** {@code timbre moderate}: has a training file looked at for harmful content. */
@Command(
    name = "moderate",
    description = {
      "Has a training file looked at for 13 kinds of harmful content by OpenAI, or by a server that speaks as it does. It is free; the"
          + " texts of the file go to the provider, pictures do not."
    },
    footer = {
      "",
      "It ends with 0 when nothing is flagged, with 1 when something is, a line is broken, there is no line, or the check failed."
    })
final class ModerateCommand extends TimbreCommand {
  private static final int NAMED_LINES = 100;

  @Parameters(paramLabel = "FILE", description = "A chat training file: one JSON object a line.")
  private Path file;

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Name or id of a connection of Timbre.")
  private @Nullable String connectionName;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Instead of a connection: where the texts go, as https://api.openai.com/v1.")
  private @Nullable String baseUrl;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description = "With --base-url: the environment variable that has the key.")
  private @Nullable String keyVariable;

  ModerateCommand(Session session) {
    super(session);
  }

  private record Access(Connection connection, ApiKey key) {}

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    needFile(file);
    var access = access(timbre);
    // A key and texts go nowhere that was not shown in full.
    output.remark("Sends the texts to %s".formatted(access.connection().address()));
    var report =
        timbre
            .fileModeration()
            .look(
                file, access.connection(), access.key(), line -> tell(line, output), seen(output));
    return tell(report, output);
  }

  private Access access(Timbre timbre) throws UserFacingException {
    if (connectionName != null && baseUrl == null && keyVariable == null) {
      var connections = timbre.connections();
      var connection = connections.find(connectionName);
      if (connections.keySource(connection) instanceof KeySource.InFile) {
        new Secrets(session()).unlockIfThere(connections.keys());
      }
      return new Access(connection, connections.keyOf(connection));
    }
    if (connectionName == null && baseUrl != null && keyVariable != null) {
      return new Access(connection(baseUrl), key(keyVariable));
    }
    throw wrongUsage("Give either --connection, or both --base-url and --key-env.");
  }

  private Connection connection(String typed) {
    try {
      var address = new URI(typed);
      return new Connection(typed, String.valueOf(address.getHost()), Provider.COMPATIBLE, address);
    } catch (URISyntaxException e) {
      throw wrongUsage("--base-url takes an address as https://api.openai.com/v1.");
    }
  }

  private ApiKey key(String variable) {
    return new ApiKey(
        session()
            .variable(variable)
            .orElseThrow(
                () ->
                    wrongUsage(
                        "The environment variable %s is empty; it should have the key."
                            .formatted(variable))));
  }

  private static ContentProgress seen(Output output) {
    return new ContentProgress() {
      private volatile long seen;

      @Override
      public void report(long done, long total) {
        seen = done;
        output.rewrite("Looked at %s".formatted(Numbers.whole(done)));
      }

      @Override
      public void rests(Duration time) {
        output.rewrite(
            "Looked at %s, going on in %s"
                .formatted(Numbers.whole(seen), Durations.inWords(time.toSeconds())));
      }
    };
  }

  private static void tell(FlaggedLine flagged, Output output) {
    var flags =
        flagged.flags().stream()
            .sorted(Comparator.comparingDouble((Flag flag) -> flag.score().orElse(0)).reversed())
            .toList();
    var scores = new JsonFields();
    flags.forEach(flag -> scores.with(flag.category(), flag.score()));
    output.object(new JsonFields().with("line", flagged.line()).with("categories", scores));
    output.say("Line %d: %s".formatted(flagged.line(), words(flags)));
  }

  private static String words(List<Flag> flags) {
    return flags.stream()
        .map(
            flag ->
                flag.score().isPresent()
                    ? String.format(
                        Locale.ROOT, "%s %.2f", flag.category(), flag.score().getAsDouble())
                    : flag.category())
        .collect(Collectors.joining(", "));
  }

  private static int tell(Report report, Output output) {
    output.object(
        new JsonFields()
            .with("conversations", report.conversations())
            .with("flagged", report.flagged())
            .with("beyond_text", report.beyondText())
            .with("broken_lines", report.refusedLines()));
    output.say(
        "%s conversations looked at, %s flagged"
            .formatted(Numbers.whole(report.conversations()), Numbers.whole(report.flagged())));
    if (report.beyondText() > 0) {
      output.remark(
          "%s of them have more than text, as pictures, which was not looked at."
              .formatted(Numbers.whole(report.beyondText())));
    }
    var named = report.refused().stream().limit(NAMED_LINES).toList();
    for (var refusal : named) {
      output.remark(refusal.sentence());
    }
    long unnamed = report.refusedLines() - named.size();
    if (unnamed > 0) {
      output.remark("And %s lines more.".formatted(Numbers.whole(unnamed)));
    }
    if (report.conversations() + report.refusedLines() == 0) {
      output.remark("There is no conversation in this file.");
      return TimbreCommandLine.FAILED;
    }
    return report.flagged() + report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }
}
