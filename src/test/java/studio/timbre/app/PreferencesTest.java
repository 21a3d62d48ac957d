package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.app.Preferences.Theme;

class PreferencesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("deep/preferences.json");
  }

  private Preferences preferences() {
    return new Preferences(file, Locale.GERMANY, Optional.empty());
  }

  @Test
  void whatIsSetIsThereAfterARestart() {
    preferences().setTheme(Theme.DARK);
    preferences().setLanguage(Locale.forLanguageTag("id"));
    preferences().setHubEndpoint(" https://mirror.example.org/hf/ ");
    assertThat(preferences().theme()).isEqualTo(Theme.DARK);
    assertThat(preferences().language().toLanguageTag()).isEqualTo("id");
    assertThat(preferences().hubEndpoint()).isEqualTo("https://mirror.example.org/hf");
    preferences().setHubEndpoint("");
    assertThat(preferences().hubEndpoint()).isEqualTo(Preferences.PUBLIC_HUB);
  }

  @Test
  void twoWindowsDoNotTakeEachOthersSettingsBack() {
    var one = preferences();
    var other = preferences();
    one.setTheme(Theme.DARK);
    other.setLanguage(Locale.forLanguageTag("id"));
    assertThat(preferences().theme()).isEqualTo(Theme.DARK);
    assertThat(preferences().language().toLanguageTag()).isEqualTo("id");
  }

  @ParameterizedTest
  @CsvSource({"en-GB,en", "pt-BR,pt-BR", "pt-PT,pt-BR", "id-ID,id", "de-DE,en", "und,en"})
  void theSystemsLanguageIsTheFirstChoice(String system, String language) {
    var preferences = new Preferences(file, Locale.forLanguageTag(system), Optional.empty());
    assertThat(preferences.language().toLanguageTag()).isEqualTo(language);
  }

  @Test
  void theEnvironmentNamesTheHubFirst() {
    preferences().setHubEndpoint("https://set.example.org");
    var named = new Preferences(file, Locale.ENGLISH, Optional.of("http://127.0.0.1:8080/"));
    assertThat(named.hubEndpoint()).isEqualTo("http://127.0.0.1:8080");
    assertThat(new Preferences(file, Locale.ENGLISH, Optional.of(" ")).hubEndpoint())
        .isEqualTo("https://set.example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"theme\":7,\"language\":[],\"hub_endpoint\":null}"})
  void aBrokenFileCountsAsAnEmptyOne(String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(preferences().theme()).isEqualTo(Theme.SYSTEM);
    assertThat(preferences().language().toLanguageTag()).isEqualTo("en");
    assertThat(preferences().hubEndpoint()).isEqualTo(Preferences.PUBLIC_HUB);
    preferences().setTheme(Theme.LIGHT);
    assertThat(preferences().theme()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void whatALaterVersionKnowsStaysInTheFile() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"later\":{\"a\":1},\"theme\":\"purple\"}");
    assertThat(preferences().theme()).isEqualTo(Theme.SYSTEM);
    preferences().setLanguage(Locale.ENGLISH);
    assertThat(Files.readString(file)).contains("\"later\"").contains("\"a\" : 1");
  }
}
