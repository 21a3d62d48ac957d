package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.CustomerOf;
import studio.timbre.model.Electricity;
import studio.timbre.model.ExchangeRate;

class PricePreferencesTest {
  private static final Currency REAL = Currency.getInstance("BRL");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("prices.json");
  }

  private PricePreferences preferences() {
    return new PricePreferences(file);
  }

  @Test
  void atFirstPricesAreDollarsAndNothingIsKnown() {
    assertThat(preferences().exchangeRate()).isEmpty();
    assertThat(preferences().electricity()).isEqualTo(Electricity.UNKNOWN);
    assertThat(preferences().customerOf()).isEqualTo(CustomerOf.UNKNOWN);
  }

  @Test
  void whatWasSaidIsThereAgain() {
    var rate = new ExchangeRate(REAL, 5.4321, LocalDate.of(2026, 11, 20));
    var electricity = new Electricity(OptionalDouble.of(180), OptionalDouble.of(0.85), REAL);
    var customer = new CustomerOf(Map.of("OpenAI", true, "Club", false));
    preferences().setExchangeRate(Optional.of(rate));
    preferences().setElectricity(electricity);
    preferences().setCustomerOf(customer);
    assertThat(preferences().exchangeRate()).contains(rate);
    assertThat(preferences().electricity()).isEqualTo(electricity);
    assertThat(preferences().customerOf()).isEqualTo(customer);
    preferences().setExchangeRate(Optional.empty());
    assertThat(preferences().exchangeRate()).isEmpty();
    assertThat(preferences().electricity()).isEqualTo(electricity);
  }

  @Test
  void whatIsBrokenCountsAsNotSaid() throws Exception {
    Files.writeString(file, "no json");
    assertThat(preferences().exchangeRate()).isEmpty();
    Files.writeString(
        file,
        """
        {"exchange": {"currency": "XXXX", "per_dollar": -3, "day": "yesterday"},
         "electricity": {"watts": "many", "kilowatt_hour": -1, "currency": "BRL"},
         "customer_of": {"OpenAI": "perhaps"}}
        """);
    assertThat(preferences().exchangeRate()).isEmpty();
    assertThat(preferences().electricity().watts()).isEmpty();
    assertThat(preferences().electricity().kilowattHour()).isEmpty();
    assertThat(preferences().customerOf()).isEqualTo(CustomerOf.UNKNOWN);
  }
}
