package studio.timbre.cli;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Split;

/** What is written into a second file. */
final class ValidationOption {
  @Option(
      names = "--validation",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "PERCENT",
      description =
          "Write what is held out into a second file, FILE-validation. With PERCENT that share of"
              + " what is asked for, whatever the project holds out: the same conversation always"
              + " falls on the same side, and those that are nearly the same stay together.")
  private @Nullable Double share;

  boolean isAsked() {
    return share != null;
  }

  /** What goes into which file. */
  record Parts(ConversationQuery training, ConversationQuery validation) {}

  /** @param asked on both sides */
  Optional<Parts> parts(
      ProjectSession project,
      ConversationQuery asked,
      Output output,
      Function<String, ParameterException> wrong) {
    if (share == null) {
      return Optional.empty();
    }
    if (!(share >= 0 && share < 100)) {
      throw wrong.apply("--validation is a share between 0 and 100 percent.");
    }
    if (share == 0) {
      return Optional.of(new Parts(of(asked, Split.TRAINING), of(asked, Split.HELD_OUT)));
    }
    long[] ids = project.ids(asked);
    var sides =
        project
            .checking()
            .holdingOut()
            .sides(share, output.progress("Telling the sides of " + project.name()), ids);
    var wanted = NumberSet.of(ids);
    return Optional.of(new Parts(only(wanted, sides.training()), only(wanted, sides.heldOut())));
  }

  private static ConversationQuery of(ConversationQuery asked, Split split) {
    return new ConversationQuery(
        asked.filter().withSplits(Set.of(split)), asked.sort(), asked.descending());
  }

  /** Of those that are nearly the same some may not be asked for. */
  private static ConversationQuery only(NumberSet wanted, long... side) {
    return ConversationQuery.of(
        ConversationFilter.ALL.withOnly(
            Optional.of(NumberSet.of(LongStream.of(side).filter(wanted::contains).toArray()))));
  }
}
