package studio.timbre.ui.fx;

import java.util.ArrayList;
import java.util.Optional;
import studio.timbre.app.CheckOutcome;

/** What came of asking a provider, in words; what it said itself is put in as text. */
public final class OutcomeTexts {
  private OutcomeTexts() {}

  public static String of(Texts texts, CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Works works -> works(texts, works);
      case CheckOutcome.KeyRefused _ -> texts.get("connections.outcome.keyRefused");
      case CheckOutcome.NotAllowed _ -> texts.get("connections.outcome.notAllowed");
      case CheckOutcome.NoSuchAddress _ -> texts.get("connections.outcome.noSuchAddress");
      case CheckOutcome.PointsElsewhere points ->
          points.address().isEmpty()
              ? texts.get("connections.outcome.pointsNowhere")
              : texts.get("connections.outcome.pointsElsewhere", points.address());
      case CheckOutcome.NotReached not -> texts.get("connections.reason." + not.reason().name());
      case CheckOutcome.Limit limit ->
          limit.outOfCredit()
              ? texts.get("connections.outcome.credit")
              : texts.get("connections.outcome.limit");
      case CheckOutcome.Trouble trouble ->
          texts.get("connections.outcome.trouble", String.valueOf(trouble.status()));
    };
  }

  private static String works(Texts texts, CheckOutcome.Works works) {
    var sentences = new ArrayList<String>();
    sentences.add(texts.get("connections.outcome.works", works.models()));
    if (!works.trainable().isEmpty()) {
      sentences.add(texts.get("connections.outcome.trainable", works.trainable().size()));
    }
    Optional.of(works.ends())
        .filter(ends -> !ends.isEmpty())
        .map(ends -> ends.getFirst())
        .ifPresent(
            end ->
                sentences.add(
                    texts.get("connections.outcome.end", end.model(), texts.date(end.day()))));
    return String.join(" ", sentences);
  }
}
