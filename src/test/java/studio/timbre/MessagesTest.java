package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The three bundles hold the same texts, and the code uses all of them and no others. */
class MessagesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path BUNDLES = Path.of("src/main/resources/studio/timbre");

  /** Keys put together in code: what stands before the part that comes from data. */
  private static final List<String> FAMILIES =
      List.of(
          "problem.",
          "files.",
          "change.",
          "room.",
          "status.of.",
          "split.",
          "training.status.",
          "diff.field.",
          "role.",
          "data.useFor.",
          "data.filter.",
          "data.holds.",
          "data.bulk.word.",
          "data.replace.scope.",
          "data.export.scope.",
          "data.export.form.",
          "pack.group.",
          "failure.",
          "message.role.",
          "message.picture.detail.",
          "json.fault.",
          "train.number.",
          "api.number.",
          "api.method.",
          "api.grader.",
          "api.effort.",
          "cost.note.",
          "cost.openTo.",
          "cost.epochs.",
          "cost.term.served.",
          "cost.way.",
          "cost.page.",
          "cost.horizon.",
          "cost.empty.",
          "cost.stopped.",
          "settings.theme.",
          "connections.provider.",
          "connections.reason.",
          "pack.cell.",
          "pack.entry.",
          "voice.breach.",
          "voice.every.",
          "voice.learned.",
          "voice.manner.",
          "voice.origin.",
          "voice.person.",
          "voice.reading.",
          "voice.register.",
          "voice.rule.",
          "voice.sign.",
          "voice.spelling.",
          "voice.variety.",
          "voice.weight.",
          "mapping.use.",
          "mapping.shape.",
          "mapping.split.",
          "mapping.encoding.",
          "mapping.obstacle.");

  /** The call of a text by its whole key. */
  private static final Pattern CALL =
      Pattern.compile(
          "(?:\\.get|\\.has|UserFacingException|Refusal)\\(\\s*(?:[a-zA-Z.]+,\\s*)?\"([a-z][A-Za-z]*(?:\\.[A-Za-z_]+)+)\"");

  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z_]+)+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

  /** Names, units and words that are the same in the other languages. */
  private static final Set<String> SAME_IN_ALL =
      Set.of(
          "common.duration.seconds",
          "common.duration.minutes",
          "common.duration.hours",
          "common.bytes.kb",
          "common.bytes.mb",
          "common.bytes.gb",
          "data.filter.chip",
          "data.view.item",
          "voice.breach.points",
          "voice.learned.one",
          "voice.learned.reading",
          "cost.diet.quoted",
          "cost.local.kwh");

  /** Words that one language shares with English, as "Data" in Indonesian: the key, or key and language. */
  private static final Set<String> SAME_WORD =
      Set.of(
          "room.data id",
          "runs.number.hours pt-BR",
          "status.tokens pt-BR",
          "price.model id",
          "cost.column.model id",
          "cost.fact.epochs id",
          "cost.use.epochs id",
          "cost.use.ofData id",
          "data.column.status id",
          "mapping.use.STATUS id",
          "data.export.model id",
          "data.filter.status id",
          "data.filter.tokens pt-BR",
          "data.column.tokens pt-BR",
          "conversation.status id",
          "message.tokens pt-BR",
          "settings.prices.model id",
          "settings.prices.status id",
          "voice.rule.emoji id");

  private final Map<String, String> english = bundle("");
  private final Map<Locale, Map<String, String>> others =
      Map.of(
          Locale.forLanguageTag("pt-BR"), bundle("_pt_BR"),
          Locale.forLanguageTag("id"), bundle("_id"));

  @Test
  void everyLanguageHasTheSameKeys() {
    others.forEach(
        (language, texts) ->
            assertThat(texts.keySet())
                .as("keys in %s", language)
                .containsExactlyInAnyOrderElementsOf(english.keySet()));
  }

  @Test
  void everyKeyUsedInCodeExists() {
    var missing = new TreeSet<String>();
    sources()
        .forEach(
            (file, source) -> {
              var calls = CALL.matcher(source);
              while (calls.find()) {
                if (!english.containsKey(calls.group(1)) && isTextKey(calls.group(1), source)) {
                  missing.add(calls.group(1) + " in " + file.getFileName());
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  /** Calls of {@code get} with a dotted literal occur outside the window too: metadata keys of weight files. */
  private static boolean isTextKey(String key, String source) {
    return source.contains("Texts")
        || key.startsWith("error.")
        || source.contains("UserFacingException(\"" + key)
        || source.contains("UserFacingException(\n")
            && Pattern.compile(
                    "(?:UserFacingException|Refusal)\\(\\s*[^\"]{0,40}\"" + Pattern.quote(key))
                .matcher(source)
                .find();
  }

  @Test
  void everyKeyInTheBundlesIsUsed() {
    var literals =
        sources().values().stream()
            .flatMap(source -> LITERAL.matcher(source).results().map(found -> found.group(1)))
            .collect(Collectors.toSet());
    var unused = new TreeSet<>(english.keySet());
    unused.removeIf(key -> literals.contains(key) || FAMILIES.stream().anyMatch(key::startsWith));
    assertThat(unused).isEmpty();
  }

  @Test
  void placeholdersAreTheSameInEveryLanguage() {
    others.forEach(
        (language, texts) ->
            english.forEach(
                (key, text) ->
                    assertThat(placeholders(texts.getOrDefault(key, "")))
                        .as("%s in %s", key, language)
                        .isEqualTo(placeholders(text))));
  }

  @Test
  void everyTextIsAPatternWithDoubledApostrophes() {
    assertSound(Locale.ENGLISH, english);
    others.forEach(MessagesTest::assertSound);
  }

  private static void assertSound(Locale language, Map<String, String> texts) {
    texts.forEach(
        (key, text) -> {
          assertThat(text).as("%s in %s", key, language).isNotBlank().doesNotContain("!");
          assertThat(LONE_APOSTROPHE.matcher(text).find())
              .as("%s in %s: write '' for an apostrophe", key, language)
              .isFalse();
          assertThat(new MessageFormat(text, language).toPattern()).isNotEmpty();
        });
  }

  @Test
  void textsAreTranslated() {
    others.forEach(
        (language, texts) ->
            texts.forEach(
                (key, text) -> {
                  if (!SAME_IN_ALL.contains(key)
                      && !SAME_WORD.contains(key + " " + language.toLanguageTag())) {
                    assertThat(text).as("%s in %s", key, language).isNotEqualTo(english.get(key));
                  }
                }));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Read line by line, so that a key written twice is found. */
  private static Map<String, String> bundle(String suffix) {
    var texts = new LinkedHashMap<String, String>();
    try {
      for (var line : Files.readAllLines(BUNDLES.resolve("messages" + suffix + ".properties"))) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int equals = line.indexOf('=');
        assertThat(equals).as("a line without key: %s", line).isPositive();
        var before =
            texts.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        assertThat(before).as("written twice in messages%s: %s", suffix, line).isNull();
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    return texts;
  }

  private static Map<Path, String> sources() {
    try (var files = Files.walk(SOURCES)) {
      var read = new LinkedHashMap<Path, String>();
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        read.put(file, Files.readString(file));
      }
      return read;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
