package studio.timbre.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person set once for all projects; kept in {@code preferences.json} of Timbre's folder. What the file holds beyond what
 * this version knows stays in it; a broken file counts as an empty one.
 */
public final class Preferences {
  /** The languages that Timbre speaks. */
  public static final List<Locale> LANGUAGES =
      List.of(
          Locale.forLanguageTag("en"), Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("id"));

  /** Where the Hugging Face hub lies unless somebody says otherwise. */
  static final String PUBLIC_HUB = "https://huggingface.co";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final Locale system;
  private final Optional<String> hubOfEnvironment;
  private ObjectNode values;

  /** How the window looks. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /**
   * @param system the language of the system, taken until one is chosen
   * @param hubOfEnvironment the value of {@code HF_ENDPOINT}, if it is set
   */
  Preferences(Path file, Locale system, Optional<String> hubOfEnvironment) {
    this.file = file;
    this.system = system;
    this.hubOfEnvironment = hubOfEnvironment.filter(address -> !address.isBlank());
    this.values = read(file);
  }

  private static ObjectNode read(Path file) {
    try {
      if (MAPPER.readTree(SmallFile.read(file).orElse("{}")) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      System.getLogger(Preferences.class.getName())
          .log(System.Logger.Level.WARNING, file + " is broken", e);
    }
    return JsonNodeFactory.instance.objectNode();
  }

  public Theme theme() {
    String chosen = text("theme").orElse("");
    return List.of(Theme.values()).stream()
        .filter(theme -> theme.name().equalsIgnoreCase(chosen))
        .findFirst()
        .orElse(Theme.SYSTEM);
  }

  public void setTheme(Theme theme) {
    put("theme", theme.name().toLowerCase(Locale.ROOT));
  }

  /** One of the languages that Timbre speaks: {@code en}, {@code pt-BR}, {@code id}. */
  public Locale language() {
    return text("language")
        .map(Locale::forLanguageTag)
        .flatMap(Preferences::spoken)
        .or(() -> spoken(system))
        .orElse(LANGUAGES.getFirst());
  }

  /** The language of ours that a locale is served with; any Portuguese is better served by ours than by English. */
  private static Optional<Locale> spoken(Locale wanted) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
        .findFirst();
  }

  public void setLanguage(Locale language) {
    put("language", language.toLanguageTag());
  }

  /** The person's name, written beside every change; that of the system's account until another is given. */
  public String name() {
    return text("name").orElseGet(() -> System.getProperty("user.name", "")).strip();
  }

  /** An empty name goes back to that of the system's account. */
  public void setName(String name) {
    put("name", name.strip());
  }

  /** Where models are downloaded from: {@code HF_ENDPOINT}, else what was set, else the public hub. */
  public String hubEndpoint() {
    String address = hubOfEnvironment.or(() -> text("hub_endpoint")).orElse(PUBLIC_HUB);
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** An empty address goes back to the public hub. */
  public void setHubEndpoint(String address) {
    put("hub_endpoint", address.strip());
  }

  /** Whether spelling is checked as one types. */
  public boolean checksSpelling() {
    return !text("spelling").equals(Optional.of("off"));
  }

  public void setChecksSpelling(boolean on) {
    put("spelling", on ? "on" : "off");
  }

  private synchronized Optional<String> text(String key) {
    var value = values.path(key);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  private synchronized void put(String key, String value) {
    // Read again, as another window may have changed something else meanwhile.
    values = read(file);
    values.put(key, value);
    SmallFile.write(file, values.toPrettyString() + "\n");
  }
}
