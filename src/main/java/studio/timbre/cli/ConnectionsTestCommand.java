package studio.timbre.cli;

import java.util.ArrayList;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.KeySource;
import studio.timbre.app.Timbre;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** {@code timbre connections test}: calls that cost nothing. */
@Command(
    name = "test",
    description =
        "Asks the provider for its models with the key, and OpenAI for the limits of the account, which costs nothing.",
    footer = "It ends with 0 when the key works, else with 1.")
final class ConnectionsTestCommand extends TimbreCommand {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Name or id of the connection.")
  private String name;

  ConnectionsTestCommand(Session session) {
    super(session);
    this.session = session;
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var connections = timbre.connections();
    var connection = connections.find(name);
    if (connections.keySource(connection) instanceof KeySource.InFile) {
      new Secrets(session).unlockIfThere(connections.keys());
    }
    output.say("Asking " + connection.address() + " for its models.");
    var outcome = connections.check(connection, Progress.NONE);
    output.object(
        fields(outcome).with("connection", connection.id()).with("message", words(outcome)));
    output.say(words(outcome));
    if (outcome instanceof CheckOutcome.Works works) {
      JobLimitWords.lines(works.limits()).forEach(output::say);
    }
    return outcome instanceof CheckOutcome.Works ? 0 : TimbreCommandLine.FAILED;
  }

  private static JsonFields fields(CheckOutcome outcome) {
    var fields = new JsonFields();
    return switch (outcome) {
      case CheckOutcome.Works works -> {
        var ends = new ArrayList<JsonFields>();
        works
            .ends()
            .forEach(
                end ->
                    ends.add(
                        new JsonFields()
                            .with("model", end.model())
                            .with("shutdown_date", end.day())));
        yield fields
            .with("outcome", "works")
            .with("models", works.models())
            .with("trainable", works.trainable())
            .with("ends", ends)
            .with("limits", JobLimitWords.fields(works.limits()));
      }
      case CheckOutcome.KeyRefused _ -> fields.with("outcome", "key_refused");
      case CheckOutcome.NotAllowed _ -> fields.with("outcome", "not_allowed");
      case CheckOutcome.NoSuchAddress _ -> fields.with("outcome", "no_such_address");
      case CheckOutcome.PointsElsewhere points ->
          fields.with("outcome", "points_elsewhere").with("address", points.address());
      case CheckOutcome.NotReached not ->
          fields
              .with("outcome", "not_reached")
              .with("reason", not.reason().name().toLowerCase(Locale.ROOT));
      case CheckOutcome.Limit limit ->
          fields.with("outcome", "limit").with("out_of_credit", limit.outOfCredit());
      case CheckOutcome.Trouble trouble ->
          fields.with("outcome", "trouble").with("status", trouble.status());
    };
  }

  private static String words(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Works works ->
          "The key works and may see %d models.%s"
              .formatted(
                  works.models(),
                  works.ends().isEmpty()
                      ? ""
                      : " The next to end is %s, on %s."
                          .formatted(
                              works.ends().getFirst().model(), works.ends().getFirst().day()));
      case CheckOutcome.KeyRefused _ ->
          "The provider does not know this key. Copy it once more, or make a new one there.";
      case CheckOutcome.NotAllowed _ ->
          "The provider knows the key, but does not let it see models. Ask who manages the account, or take another key.";
      case CheckOutcome.NoSuchAddress _ ->
          "Something answers at this address, but not as a provider does. Compare it letter by letter.";
      case CheckOutcome.PointsElsewhere points ->
          "This address points on to %s. The key was not sent there."
              .formatted(points.address().isEmpty() ? "another one" : points.address());
      case CheckOutcome.NotReached not -> words(not.reason());
      case CheckOutcome.Limit limit ->
          limit.outOfCredit()
              ? "The provider knows the key, but the account has no credit left."
              : "Too many calls at the moment. The key may well be right: test again in a minute.";
      case CheckOutcome.Trouble trouble ->
          "The provider could not answer (HTTP %d). Test again in a few minutes."
              .formatted(trouble.status());
    };
  }

  private static String words(CheckOutcome.Reason reason) {
    return switch (reason) {
      case NAME ->
          "No computer of this name was found. Compare the address, and look whether you are online.";
      case REFUSED ->
          "Nobody listens at this address. Compare it, and look whether the server is running.";
      case SECURITY -> "The other side could not prove who it is, so the key was not sent.";
      case TIMEOUT -> "No answer within 10 seconds. Test again.";
      case BROKEN -> "The connection broke before the answer was there. Test again.";
    };
  }
}
