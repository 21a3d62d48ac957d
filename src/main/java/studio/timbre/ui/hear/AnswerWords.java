package studio.timbre.ui.hear;

import java.util.Optional;
import studio.timbre.app.Bill;
import studio.timbre.ui.fx.Texts;

/** The figures of answers in words: tokens, seconds and money. */
final class AnswerWords {
  /** The least amount of money that is written, in dollars. */
  private static final double LEAST = 0.0001;

  private final Texts texts;

  AnswerWords(Texts texts) {
    this.texts = texts;
  }

  /** At a provider the count is our own until the end. */
  String soFar(VoiceChoice voice, Speech.State.Speaking speaking) {
    return texts.get(
        voice.paid().isPresent() ? "hear.speakingAbout" : "hear.speaking", speaking.tokens());
  }

  String done(Speech.State.Done done, Optional<Bill> bill) {
    double speed = done.seconds() > 0 ? done.tokens() / done.seconds() : 0;
    String figures =
        texts.get(
            done.stopped() ? "hear.stopped" : "hear.done",
            done.tokens(),
            texts.number(done.seconds(), 1),
            texts.number(speed, speed < 10 ? 1 : 0));
    return bill.map(what -> figures + " · " + price(what)).orElse(figures);
  }

  /** Of an answer that did not come to its end. */
  String spent(Bill bill) {
    return texts.get("hear.spentOnIt", bill.questionTokens(), bill.answerTokens(), price(bill));
  }

  private String price(Bill bill) {
    if (bill.usd().isEmpty()) {
      return texts.get("hear.price.unknown");
    }
    double usd = bill.usd().getAsDouble();
    return bill.isCounted() || isTiny(usd)
        ? amount(usd)
        : texts.get("hear.price.about", amount(usd));
  }

  private static boolean isTiny(double usd) {
    return usd > 0 && usd < LEAST;
  }

  /** A price that is not zero is never written as zero. */
  private String amount(double usd) {
    return isTiny(usd) ? texts.get("hear.price.tiny", texts.money(LEAST)) : texts.money(usd);
  }

  /** Before the first question that costs money. */
  String notice(Sitting.Notice notice) {
    return notice.usd().isPresent()
        ? texts.get("hear.cost.known", notice.host(), amount(notice.usd().getAsDouble()))
        : texts.get("hear.cost.unknown", notice.host());
  }

  /** The sum of a sitting; empty before the first answer that costs money. */
  String sum(Sitting.Spent spent) {
    if (spent.answers() == 0) {
      return "";
    }
    if (spent.answers() == spent.unpriced()) {
      return texts.get("hear.sum.unknown", spent.answers());
    }
    String money =
        spent.isExact() || isTiny(spent.usd())
            ? amount(spent.usd())
            : texts.get("hear.price.about", amount(spent.usd()));
    return spent.unpriced() == 0
        ? texts.get("hear.sum.known", money, spent.answers())
        : texts.get("hear.sum.partly", money, spent.unpriced());
  }
}
