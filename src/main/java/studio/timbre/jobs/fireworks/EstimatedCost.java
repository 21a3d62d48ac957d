package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** What Fireworks AI expects a job to cost, as it stands in the job: whole units of a currency as text, and billionths of one. */
final class EstimatedCost {
  private static final int BILLIONTHS = 9;

  private EstimatedCost() {}

  /** A sentence for the job's log; none where nothing or nothing sensible is said. */
  static Optional<String> sentence(JsonNode job) {
    var cost = job.path("estimatedCost");
    try {
      var currency = Currency.getInstance(cost.path("currencyCode").asText());
      var amount =
          new BigDecimal(cost.path("units").asText("0"))
              .add(BigDecimal.valueOf(cost.path("nanos").asLong(), BILLIONTHS));
      return amount.signum() > 0
          ? Optional.of(
              "Fireworks AI expects this job to cost %s %s."
                  .formatted(
                      amount.setScale(2, RoundingMode.UP).toPlainString(),
                      currency.getCurrencyCode()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
