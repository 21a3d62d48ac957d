package studio.timbre.checks;

import java.util.Locale;
import studio.timbre.model.Problem.Severity;

/** What can be amiss with texts, worst first. How a conversation has to be built, the room of training files knows. */
public enum TextProblem {
  /** A key, a token or a password. */
  SECRET(Severity.ERROR),
  /** A card number whose check digit is right. */
  PERSONAL_CARD(Severity.ERROR),
  /** Nearly the same is learned and measured with, so the measure flatters. */
  HELD_OUT_LEAK(Severity.WARNING),
  /** The same question with answers whose numbers, or whose yes and no, differ. */
  CONTRADICTING_ANSWERS(Severity.WARNING),
  /** A text that was read in a wrong encoding once. */
  BROKEN_ENCODING(Severity.WARNING),
  /** A place that nobody has filled in, or a mark of somebody's chat template. */
  TEMPLATE_MARK(Severity.WARNING),
  /** An answer that speaks as a language model about itself. */
  MODEL_PHRASE(Severity.WARNING),
  PERSONAL_IBAN(Severity.WARNING),
  /** A Brazilian CPF or CNPJ. */
  PERSONAL_TAX_NUMBER(Severity.WARNING),
  /** An Indonesian NIK. */
  PERSONAL_ID_NUMBER(Severity.WARNING),
  PERSONAL_EMAIL(Severity.WARNING),
  PERSONAL_PHONE(Severity.WARNING),
  PERSONAL_ADDRESS(Severity.WARNING),
  /** Of a person, told by where it stands. */
  PERSONAL_NAME(Severity.WARNING),
  /** Asked in one language, answered in another. */
  MIXED_LANGUAGES(Severity.WARNING),
  /** Answered in another language than most. */
  OTHER_LANGUAGE(Severity.WARNING),
  NEAR_DUPLICATE(Severity.WARNING),
  /** The same question, answered in several ways. */
  SAME_QUESTION(Severity.WARNING),
  /** An answer far shorter than the others. */
  ANSWER_TOO_SHORT(Severity.WARNING),
  /** An answer far longer than the others. */
  ANSWER_TOO_LONG(Severity.WARNING),
  /** Many answers begin with the same words. */
  OVERUSED_OPENING(Severity.WARNING),
  /** Of a topic of which there are next to none. */
  RARE_TOPIC(Severity.WARNING),
  /** Of the topic that most are about. */
  DOMINANT_TOPIC(Severity.WARNING);

  private final Severity severity;

  TextProblem(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** As {@code broken_encoding}. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is about topics, so that its words have to name them. */
  public boolean isOfTopics() {
    return this == RARE_TOPIC || this == DOMINANT_TOPIC;
  }

  /** Whether it says something of a person, or opens a door: what can be redacted. */
  public boolean isPrivate() {
    return this == SECRET || name().startsWith("PERSONAL_");
  }
}
