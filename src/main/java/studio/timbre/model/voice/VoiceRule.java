package studio.timbre.model.voice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule of a voice guide. Phrases are compared by their words, without regard to capitals; a star at the end of a phrase stands for any
 * ending of its last word.
 */
public sealed interface VoiceRule {
  /** In greetings and sign-offs it stands for a name of up to three words. */
  String NAME = "{name}";

  default VoiceKind kind() {
    return switch (this) {
      case NeverSay _ -> VoiceKind.NEVER_SAY;
      case WeSay _ -> VoiceKind.WE_SAY;
      case SpelledSo _ -> VoiceKind.SPELLED_SO;
      case Dictionary _ -> VoiceKind.DICTIONARY;
      case Greeting _ -> VoiceKind.GREETING;
      case SignOff _ -> VoiceKind.SIGN_OFF;
      case Speaker _ -> VoiceKind.SPEAKER;
      case Formality _ -> VoiceKind.FORMALITY;
      case Emoji _ -> VoiceKind.EMOJI;
      case Exclamations _ -> VoiceKind.EXCLAMATIONS;
      case SentenceLength _ -> VoiceKind.SENTENCE_LENGTH;
      case Reading _ -> VoiceKind.READING;
      case Punctuation _ -> VoiceKind.PUNCTUATION;
      case Disclaimer _ -> VoiceKind.DISCLAIMER;
      case Spelling _ -> VoiceKind.SPELLING;
    };
  }

  /** Whether no answer can break it, as an empty list. */
  default boolean isEmpty() {
    return switch (this) {
      case NeverSay(var phrases) -> phrases.isEmpty();
      case WeSay(var terms) -> terms.stream().allMatch(term -> term.insteadOf().isEmpty());
      case SpelledSo(var spellings) -> spellings.isEmpty();
      case Greeting(var manner, var phrases, _) -> manner == Manner.ONE_OF && phrases.isEmpty();
      case SignOff(var manner, var phrases, _) -> manner == Manner.ONE_OF && phrases.isEmpty();
      case Reading(var limits) -> limits.isEmpty();
      case Punctuation(var never) -> never.isEmpty();
      case Spelling(var varieties) -> varieties.isEmpty();
      case Disclaimer(var claims) -> claims.stream().allMatch(claim -> claim.words().isEmpty());
      default -> false;
    };
  }

  /** This rule with what another of its kind asks for: lists are put together, and otherwise the other wins. */
  default VoiceRule with(VoiceRule other) {
    return other;
  }

  private static <T> List<T> both(Collection<T> one, Collection<T> other) {
    return List.copyOf(
        new LinkedHashSet<>(Stream.of(one, other).flatMap(Collection::stream).toList()));
  }

  /** Words and phrases that are none of ours. */
  record NeverSay(List<String> phrases) implements VoiceRule {
    public NeverSay {
      phrases = List.copyOf(phrases);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      return other instanceof NeverSay more ? new NeverSay(both(phrases, more.phrases)) : other;
    }
  }

  /**
   * One of our words.
   *
   * @param insteadOf what others say for it
   */
  record Term(String say, List<String> insteadOf) {
    public Term {
      insteadOf = List.copyOf(insteadOf);
    }
  }

  /** Our words, each in place of others. */
  record WeSay(List<Term> terms) implements VoiceRule {
    public WeSay {
      terms = List.copyOf(terms);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      return other instanceof WeSay more ? new WeSay(merged(terms, more.terms)) : other;
    }

    /** What is said for the same word is put together. */
    private static List<Term> merged(List<Term> ours, List<Term> more) {
      var all = new LinkedHashMap<String, Term>();
      Stream.of(ours, more)
          .flatMap(List::stream)
          .forEach(
              term ->
                  all.merge(
                      term.say().toLowerCase(Locale.ROOT),
                      term,
                      (one, same) -> new Term(one.say(), both(one.insteadOf(), same.insteadOf()))));
      return List.copyOf(all.values());
    }
  }

  /** Names and words that are written in one way: other capitals, hyphens, spaces or accents are not ours. */
  record SpelledSo(List<String> spellings) implements VoiceRule {
    public SpelledSo {
      spellings = List.copyOf(spellings);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      return other instanceof SpelledSo more
          ? new SpelledSo(both(spellings, more.spellings))
          : other;
    }
  }

  /** Words are as the dictionaries of their language have them. */
  record Dictionary() implements VoiceRule {}

  /** Whether answers have something at their edge. */
  enum Manner {
    /** One of the phrases. */
    ONE_OF,
    /** None at all. */
    NONE
  }

  /**
   * How answers begin.
   *
   * @param phrases as {@code Hi {name}}; asked for where it is one of them
   * @param everyAnswer or only the first of a conversation
   */
  record Greeting(Manner manner, List<String> phrases, boolean everyAnswer) implements VoiceRule {
    public Greeting {
      phrases = List.copyOf(phrases);
    }
  }

  /**
   * How answers end.
   *
   * @param everyAnswer or only the last of a conversation
   */
  record SignOff(Manner manner, List<String> phrases, boolean everyAnswer) implements VoiceRule {
    public SignOff {
      phrases = List.copyOf(phrases);
    }
  }

  /** Who speaks. */
  enum Person {
    WE,
    I
  }

  /** In which person we speak of ourselves. */
  record Speaker(Person person) implements VoiceRule {}

  /** How close we are to those we speak to. */
  enum Register {
    FORMAL,
    RELAXED
  }

  /** Formal: no contractions, no slang, no {@code tu} and {@code kamu}. Relaxed: no stiff phrases, no {@code senhor} and {@code Anda}. */
  record Formality(Register register) implements VoiceRule {}

  /**
   * Pictures among the words.
   *
   * @param most in an answer
   * @param only these; any where it is empty
   */
  record Emoji(int most, List<String> only) implements VoiceRule {
    public Emoji {
      only = List.copyOf(only);
    }
  }

  /** @param most in an answer */
  record Exclamations(int most) implements VoiceRule {}

  /** @param mostWords of a sentence */
  record SentenceLength(int mostWords) implements VoiceRule {}

  /**
   * How hard answers may be to read.
   *
   * @param limits by language: {@code en} the highest school grade after Flesch and Kincaid, {@code pt} the lowest reading ease after Flesch
   *     as adapted by Martins and others, {@code id} the highest LIX
   */
  record Reading(Map<String, Integer> limits) implements VoiceRule {
    public Reading {
      limits = Map.copyOf(limits);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      if (other instanceof Reading more) {
        var all = new TreeMap<>(limits);
        all.putAll(more.limits);
        return new Reading(all);
      }
      return other;
    }
  }

  /** Signs that are none of ours. */
  enum Sign {
    SEMICOLON,
    DASH,
    ELLIPSIS,
    CAPITALS,
    REPEATED,
    BRACKETS,
    CURLY_QUOTES,
    STRAIGHT_QUOTES,
    DOUBLE_SPACE
  }

  /** Signs and habits that answers do without. */
  record Punctuation(Set<Sign> never) implements VoiceRule {
    public Punctuation {
      never = Set.copyOf(never);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      if (other instanceof Punctuation more) {
        var all = new TreeSet<>(never);
        all.addAll(more.never);
        return new Punctuation(all);
      }
      return other;
    }
  }

  /**
   * Words that promise something.
   *
   * @param words any of them
   * @param disclaimer that the same answer then has to hold, word by word
   */
  record Claim(List<String> words, String disclaimer) {
    public Claim {
      words = List.copyOf(words);
    }
  }

  /** What must not be said without adding something. */
  record Disclaimer(List<Claim> claims) implements VoiceRule {
    public Disclaimer {
      claims = List.copyOf(claims);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      return other instanceof Disclaimer more ? new Disclaimer(merged(claims, more.claims)) : other;
    }

    /** Words with the same disclaimer are put together. */
    private static List<Claim> merged(List<Claim> ours, List<Claim> more) {
      var all = new LinkedHashMap<String, Claim>();
      Stream.of(ours, more)
          .flatMap(List::stream)
          .forEach(
              claim ->
                  all.merge(
                      claim.disclaimer().toLowerCase(Locale.ROOT),
                      claim,
                      (one, same) -> new Claim(both(one.words(), same.words()), one.disclaimer())));
      return List.copyOf(all.values());
    }
  }

  /** Words are spelled as one country has them; at most one of a language. */
  record Spelling(Set<Variety> varieties) implements VoiceRule {
    public Spelling {
      varieties = Set.copyOf(varieties);
    }

    @Override
    public VoiceRule with(VoiceRule other) {
      if (other instanceof Spelling more) {
        var all = new TreeSet<>(varieties);
        more.varieties.forEach(variety -> all.remove(variety.other()));
        all.addAll(more.varieties);
        return new Spelling(all);
      }
      return other;
    }
  }
}
