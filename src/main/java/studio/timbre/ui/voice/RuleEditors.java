package studio.timbre.ui.voice;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.voice.PairRows.Half;
import studio.timbre.ui.voice.PairRows.Pair;

/** Makes the controls for each kind of rule. */
final class RuleEditors {
  private static final int MANY = 99;
  private static final int LONGEST_SENTENCE = 200;

  private final Texts texts;
  private final VoiceKind kind;
  private final String id;
  private final String name;
  private final Runnable changed;

  private RuleEditors(Texts texts, VoiceKind kind, Runnable changed) {
    this.texts = texts;
    this.kind = kind;
    this.id = "voice-" + kind.key();
    this.name = texts.get("voice.rule." + kind.key());
    this.changed = changed;
  }

  static RuleEditor of(Texts texts, VoiceKind kind, Runnable changed) {
    return new RuleEditors(texts, kind, changed).make();
  }

  /** What a rule asks for when it is switched on. */
  static VoiceRule first(VoiceKind kind) {
    return switch (kind) {
      case NEVER_SAY -> new VoiceRule.NeverSay(List.of());
      case WE_SAY -> new VoiceRule.WeSay(List.of());
      case SPELLED_SO -> new VoiceRule.SpelledSo(List.of());
      case DICTIONARY -> new VoiceRule.Dictionary();
      case GREETING -> new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of(), false);
      case SIGN_OFF -> new VoiceRule.SignOff(VoiceRule.Manner.ONE_OF, List.of(), false);
      case SPEAKER -> new VoiceRule.Speaker(VoiceRule.Person.WE);
      case FORMALITY -> new VoiceRule.Formality(VoiceRule.Register.RELAXED);
      case EMOJI -> new VoiceRule.Emoji(1, List.of());
      case EXCLAMATIONS -> new VoiceRule.Exclamations(1);
      case SENTENCE_LENGTH -> new VoiceRule.SentenceLength(25);
      case READING -> new VoiceRule.Reading(java.util.Map.of());
      case PUNCTUATION -> new VoiceRule.Punctuation(java.util.Set.of());
      case DISCLAIMER -> new VoiceRule.Disclaimer(List.of());
      case SPELLING -> new VoiceRule.Spelling(java.util.Set.of());
    };
  }

  /** An editor made of its parts. */
  private record Parts<R extends VoiceRule>(
      Node node, Class<R> type, Consumer<R> shower, Supplier<R> reader) implements RuleEditor {
    @Override
    public void show(VoiceRule rule) {
      shower.accept(type.cast(rule));
    }

    @Override
    public VoiceRule rule() {
      return reader.get();
    }
  }

  private RuleEditor make() {
    return switch (kind) {
      case NEVER_SAY ->
          lines(VoiceRule.NeverSay.class, VoiceRule.NeverSay::phrases, VoiceRule.NeverSay::new);
      case SPELLED_SO ->
          lines(
              VoiceRule.SpelledSo.class, VoiceRule.SpelledSo::spellings, VoiceRule.SpelledSo::new);
      case WE_SAY -> terms();
      case DISCLAIMER -> claims();
      case DICTIONARY ->
          new Parts<>(
              new VBox(), VoiceRule.Dictionary.class, rule -> {}, VoiceRule.Dictionary::new);
      case GREETING, SIGN_OFF -> new EdgeEditor(texts, kind, changed);
      case SPEAKER ->
          choice(
              VoiceRule.Speaker.class,
              List.of(VoiceRule.Person.values()),
              "voice.person.",
              VoiceRule.Speaker::person,
              VoiceRule.Speaker::new);
      case FORMALITY ->
          choice(
              VoiceRule.Formality.class,
              List.of(VoiceRule.Register.values()),
              "voice.register.",
              VoiceRule.Formality::register,
              VoiceRule.Formality::new);
      case EMOJI -> emoji();
      case EXCLAMATIONS ->
          number(
              VoiceRule.Exclamations.class,
              "voice.most.exclamations",
              0,
              MANY,
              VoiceRule.Exclamations::most,
              VoiceRule.Exclamations::new);
      case SENTENCE_LENGTH ->
          number(
              VoiceRule.SentenceLength.class,
              "voice.most.words",
              3,
              LONGEST_SENTENCE,
              VoiceRule.SentenceLength::mostWords,
              VoiceRule.SentenceLength::new);
      case READING -> new ReadingEditor(texts, changed);
      case PUNCTUATION -> new SignsEditor(texts, changed);
      case SPELLING -> new VarietyEditor(texts, changed);
    };
  }

  private <R extends VoiceRule> RuleEditor lines(
      Class<R> type, Function<R, List<String>> of, Function<List<String>, R> made) {
    var field = new LinesField(id + "-lines", texts.get("voice.field.of", name), changed);
    return new Parts<>(
        field, type, rule -> field.show(of.apply(rule)), () -> made.apply(field.lines()));
  }

  private <R extends VoiceRule> RuleEditor number(
      Class<R> type,
      String key,
      int least,
      int most,
      Function<R, Integer> of,
      Function<Integer, R> made) {
    var field = new NumberField(texts, id + "-most", texts.get(key), least, most, changed);
    return new Parts<>(
        field, type, rule -> field.show(of.apply(rule)), () -> made.apply(field.number()));
  }

  private <R extends VoiceRule, T extends Enum<T>> RuleEditor choice(
      Class<R> type, List<T> values, String keys, Function<R, T> of, Function<T, R> made) {
    var choice = new Choice<>(id, name, values, value -> texts.get(keys + value.name()), changed);
    return new Parts<>(
        choice, type, rule -> choice.show(of.apply(rule)), () -> made.apply(choice.value()));
  }

  private RuleEditor terms() {
    var rows =
        new PairRows(
            texts,
            id,
            texts.get("voice.we_say.say"),
            texts.get("voice.we_say.insteadOf"),
            new Half(pair -> pair.first().isBlank(), texts.get("voice.we_say.half")),
            changed);
    return new Parts<>(
        rows,
        VoiceRule.WeSay.class,
        rule ->
            rows.show(
                rule.terms().stream()
                    .map(term -> new Pair(term.say(), String.join(", ", term.insteadOf())))
                    .toList()),
        () ->
            new VoiceRule.WeSay(
                rows.pairs().stream()
                    .map(pair -> new VoiceRule.Term(pair.first(), PairRows.words(pair.second())))
                    .toList()));
  }

  private RuleEditor claims() {
    var rows =
        new PairRows(
            texts,
            id,
            texts.get("voice.disclaimer.words"),
            texts.get("voice.disclaimer.needs"),
            new Half(
                pair -> pair.first().isBlank() || pair.second().isBlank(),
                texts.get("voice.disclaimer.half")),
            changed);
    return new Parts<>(
        rows,
        VoiceRule.Disclaimer.class,
        rule ->
            rows.show(
                rule.claims().stream()
                    .map(claim -> new Pair(String.join(", ", claim.words()), claim.disclaimer()))
                    .toList()),
        () ->
            new VoiceRule.Disclaimer(
                rows.pairs().stream()
                    .map(pair -> new VoiceRule.Claim(PairRows.words(pair.first()), pair.second()))
                    .toList()));
  }

  private RuleEditor emoji() {
    var most =
        new NumberField(texts, id + "-most", texts.get("voice.most.emoji"), 0, MANY, changed);
    var only = new LinesField(id + "-only", texts.get("voice.emoji.only"), changed);
    var label = new Label(texts.get("voice.emoji.only"));
    label.getStyleClass().addAll("muted", "small-text");
    var box = new VBox(most, new VBox(label, only));
    box.getStyleClass().add("column-8");
    return new Parts<>(
        box,
        VoiceRule.Emoji.class,
        rule -> {
          most.show(rule.most());
          only.show(rule.only().isEmpty() ? List.of() : List.of(String.join(" ", rule.only())));
        },
        () ->
            new VoiceRule.Emoji(
                most.number(),
                only.lines().stream()
                    .flatMap(line -> List.of(line.split("\\s+", -1)).stream())
                    .filter(sign -> !sign.isEmpty())
                    .toList()));
  }
}
