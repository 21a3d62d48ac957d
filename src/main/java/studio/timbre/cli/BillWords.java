package studio.timbre.cli;

import java.util.OptionalDouble;
import studio.timbre.app.Bill;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.cli.SpokenAnswer.Spoken;

/** What an answer came to, for people and for programs. */
final class BillWords {
  private BillWords() {}

  static String of(Spoken spoken, Bill bill) {
    return "%s%s tokens asked, %s answered, in %s s; %s"
        .formatted(
            bill.isCounted() ? "" : "About ",
            Numbers.whole(bill.questionTokens()),
            Numbers.whole(bill.answerTokens()),
            Numbers.tenths(spoken.seconds()),
            bill.usd().isPresent()
                ? (bill.isCounted() ? "" : "about ") + Numbers.dollars(bill.usd().getAsDouble())
                : "the price is not known");
  }

  static JsonFields fields(Spoken spoken, Voice voice) {
    var fields =
        new JsonFields()
            .with("text", spoken.text())
            .with("tokens", spoken.tokens())
            .with("seconds", spoken.seconds());
    if (voice instanceof Voice.Api there) {
      var bill = spoken.bill();
      fields
          .with("connection", there.connection().name())
          .with("model", there.model())
          .with("question_tokens", bill.map(Bill::questionTokens))
          .with("counted_by_provider", bill.map(Bill::isCounted))
          .with("usd", bill.map(Bill::usd).orElse(OptionalDouble.empty()));
    }
    return fields;
  }
}
