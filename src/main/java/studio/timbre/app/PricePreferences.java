package studio.timbre.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import studio.timbre.model.CustomerOf;
import studio.timbre.model.Electricity;
import studio.timbre.model.ExchangeRate;

/**
 * What a person told of their money, for all projects: kept in {@code prices.json} of Timbre's folder. A broken file counts as an
 * empty one, and what is wrong in it as not said.
 */
public final class PricePreferences {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String EXCHANGE = "exchange";
  private static final String ELECTRICITY = "electricity";
  private static final String CUSTOMER = "customer_of";

  private final Path file;

  PricePreferences(Path file) {
    this.file = file;
  }

  /** The currency in which prices are shown; empty for US dollars, as the providers ask. */
  public Optional<ExchangeRate> exchangeRate() {
    var node = read().path(EXCHANGE);
    try {
      return node.isObject()
          ? Optional.of(
              new ExchangeRate(
                  Currency.getInstance(node.path("currency").asText()),
                  node.path("per_dollar").asDouble(),
                  LocalDate.parse(node.path("day").asText())))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** @param rate empty for US dollars */
  public void setExchangeRate(Optional<ExchangeRate> rate) {
    change(
        all -> {
          all.remove(EXCHANGE);
          rate.ifPresent(
              known ->
                  all.putObject(EXCHANGE)
                      .put("currency", known.currency().getCurrencyCode())
                      .put("per_dollar", known.perDollar())
                      .put("day", known.day().toString()));
        });
  }

  public Electricity electricity() {
    var node = read().path(ELECTRICITY);
    try {
      return node.isObject()
          ? new Electricity(
              amount(node.path("watts")),
              amount(node.path("kilowatt_hour")),
              Currency.getInstance(node.path("currency").asText()))
          : Electricity.UNKNOWN;
    } catch (IllegalArgumentException e) {
      return Electricity.UNKNOWN;
    }
  }

  public void setElectricity(Electricity electricity) {
    change(
        all -> {
          var node = all.putObject(ELECTRICITY);
          electricity.watts().ifPresent(watts -> node.put("watts", watts));
          electricity.kilowattHour().ifPresent(price -> node.put("kilowatt_hour", price));
          node.put("currency", electricity.currency().getCurrencyCode());
        });
  }

  private static OptionalDouble amount(JsonNode node) {
    return node.isNumber() && node.asDouble() >= 0
        ? OptionalDouble.of(node.asDouble())
        : OptionalDouble.empty();
  }

  /** Where the person is an existing customer. */
  public CustomerOf customerOf() {
    var said = new LinkedHashMap<String, Boolean>();
    for (var each : read().path(CUSTOMER).properties()) {
      if (each.getValue().isBoolean()) {
        said.put(each.getKey(), each.getValue().asBoolean());
      }
    }
    return new CustomerOf(said);
  }

  public void setCustomerOf(CustomerOf customer) {
    change(
        all -> {
          var node = all.putObject(CUSTOMER);
          customer.said().forEach(node::put);
        });
  }

  private synchronized void change(Consumer<ObjectNode> act) {
    // Read again, as another window may have changed something else meanwhile.
    var all = read();
    act.accept(all);
    SmallFile.write(file, all.toPrettyString() + "\n");
  }

  private ObjectNode read() {
    try {
      if (MAPPER.readTree(SmallFile.read(file).orElse("{}")) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      System.getLogger(PricePreferences.class.getName())
          .log(System.Logger.Level.WARNING, file + " is broken", e);
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
