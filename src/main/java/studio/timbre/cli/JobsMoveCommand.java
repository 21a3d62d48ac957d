package studio.timbre.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ModelOffers;
import studio.timbre.app.MovingHouse;
import studio.timbre.app.MovingHouse.Change;
import studio.timbre.app.Places;
import studio.timbre.app.Places.Place;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.JobId;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs move}: where else the data of a job could go, and what would change. Sends nothing. */
@Command(
    name = "move",
    description =
        "Lists where else the data of a job could go; with --to, everything that would change there. Sends nothing.")
final class JobsMoveCommand extends TimbreCommand {
  private static final double MILLION = 1e6;

  @Parameters(paramLabel = "ID", description = "The job, as jobs list names it.")
  private String id;

  @Option(names = "--to", paramLabel = "PROVIDER", description = "The provider to move to.")
  private @Nullable Provider to;

  @Option(names = "--model", paramLabel = "M", description = "The model there.")
  private @Nullable String model;

  @Mixin private final ProjectJobs place = new ProjectJobs();

  JobsMoveCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var order = order(timbre);
    var offers = new ModelOffers(timbre.catalogue());
    var line = offers.line(order.connection().provider(), order.model());
    var places =
        new Places(timbre.catalogue())
            .elsewhere(
                order.connection().provider(),
                order.recipe(),
                tokens(order, line),
                timbre.connections().list(),
                LocalDate.now());
    if (to == null) {
      tell(places, output);
      return 0;
    }
    String there = Optional.ofNullable(model).or(() -> first(places)).orElse("");
    var moved =
        MovingHouse.move(
            order.recipe(), order.connection().provider(), line, to, there, offers.line(to, there));
    output.object(
        new JsonFields()
            .with("model", there)
            .with("changes", moved.changes().stream().map(JobsMoveCommand::fields).toList()));
    moved.changes().forEach(change -> output.say("- " + change.english()));
    return moved.changes().stream().anyMatch(Change::isBlocking) ? TimbreCommandLine.FAILED : 0;
  }

  private ApiOrder order(Timbre timbre) throws UserFacingException {
    try (var open = place.open(timbre, this::wrongUsage)) {
      return Optional.of(id)
          .filter(name -> name.matches(NamedJob.NAME))
          .flatMap(name -> open.jobs().find(new JobId(name)))
          .orElseThrow(() -> wrongUsage("There is no job " + id + "."))
          .order();
    }
  }

  /** As many as were paid for; 0 where the price is not known. */
  private static long tokens(ApiOrder order, Optional<CatalogueEntry> line) {
    var price =
        line.map(CatalogueEntry::trainingUsdPerMillionTokens).orElse(OptionalDouble.empty());
    return order.agreedUsd().isPresent() && price.isPresent()
        ? Math.round(order.agreedUsd().getAsDouble() / price.getAsDouble() * MILLION)
        : 0;
  }

  private Optional<String> first(List<Place> places) {
    return places.stream()
        .filter(place -> place.provider() == to)
        .flatMap(place -> place.offer().stream())
        .map(ModelOffer::model)
        .findFirst();
  }

  private static void tell(List<Place> places, Output output) {
    output.object(
        new JsonFields().with("places", places.stream().map(JobsMoveCommand::fields).toList()));
    places.forEach(
        place ->
            output.say(
                "%s: %s%s"
                    .formatted(
                        word(place.provider()),
                        place.offer().map(ModelOffer::model).orElse("a model of your choice"),
                        place
                            .usd()
                            .filter(usd -> usd.high() > 0)
                            .map(usd -> ", about " + QuoteWords.amount(usd))
                            .orElse(""))));
  }

  private static JsonFields fields(Place place) {
    return new JsonFields()
        .with("provider", word(place.provider()))
        .with("connection", place.connection().map(known -> known.name()))
        .with("model", place.offer().map(ModelOffer::model))
        .with("usd", place.usd().map(PriceRange::high));
  }

  private static JsonFields fields(Change change) {
    return new JsonFields()
        .with("change", change.kind().name().toLowerCase(Locale.ROOT))
        .with("blocking", change.isBlocking())
        .with("sentence", change.english());
  }

  private static String word(Provider provider) {
    return provider.name().toLowerCase(Locale.ROOT);
  }
}
