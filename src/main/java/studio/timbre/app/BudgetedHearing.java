package studio.timbre.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.Hearing.Answer;
import studio.timbre.app.Hearing.Listener;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.PaidAnswers;

/**
 * Asks voices for a project. What a provider takes for an answer counts in the project's budget: at most before it is asked, and by the
 * tokens that the provider told afterwards. Voices on this computer are nobody's money. Safe for use by several threads.
 */
public final class BudgetedHearing {

  /** A question that was let in, and is sent when it is asked. */
  public interface Asking {
    /** As {@link Hearing#ask}; once. */
    Answer ask(Listener told);
  }

  private final Hearing hearing;
  private final ProjectBudget budget;
  private final PaidAnswers answers;

  BudgetedHearing(Hearing hearing, ProjectBudget budget, PaidAnswers answers) {
    this.hearing = hearing;
    this.budget = budget;
    this.answers = answers;
  }

  /**
   * Lets in what is asked with one press, all or none, and writes down what it may come to. Nothing is sent yet.
   *
   * @return in the order of the voices
   * @throws UserFacingException where the answers could exceed the budget
   */
  public List<Asking> press(List<Voice> voices, List<Message> conversation, Sampling sampling)
      throws UserFacingException {
    var paid = new ArrayList<PaidAnswers.Asked>();
    for (var voice : voices) {
      if (voice instanceof Voice.Api there) {
        paid.add(
            new PaidAnswers.Asked(
                there.connection().address().toString(),
                there.model(),
                hearing.forecast(there, conversation, sampling).usd()));
      }
    }
    var numbers = paid.isEmpty() ? List.<Long>of() : budget.admitAnswers(paid, Instant.now());
    var number = numbers.iterator();
    var askings = new ArrayList<Asking>();
    for (var voice : voices) {
      var written =
          voice instanceof Voice.Api ? Optional.of(number.next()) : Optional.<Long>empty();
      askings.add(
          told ->
              hearing.ask(
                  voice,
                  conversation,
                  sampling,
                  written.<Listener>map(answer -> new Counted(answer, told)).orElse(told)));
    }
    return askings;
  }

  /** Corrects what was written down, before anybody is told. */
  private final class Counted implements Listener {
    private final long answer;
    private final Listener told;

    Counted(long answer, Listener told) {
      this.answer = answer;
      this.told = told;
    }

    @Override
    public void said(String piece, int tokens) {
      told.said(piece, tokens);
    }

    @Override
    public void billed(Bill bill) {
      // Our own count is no bill: what was not told stays at most.
      if (bill.isCounted()) {
        correct(
            () -> answers.settle(answer, bill.questionTokens(), bill.answerTokens(), bill.usd()));
      }
      told.billed(bill);
    }

    @Override
    public void unpaid() {
      correct(() -> answers.remove(answer));
      told.unpaid();
    }

    @Override
    public void finished(int tokens, double seconds) {
      told.finished(tokens, seconds);
    }

    @Override
    public void failed(UserFacingException reason) {
      told.failed(reason);
    }

    /** The project may be closed by now; the answer stays counted at most. */
    private void correct(Runnable correction) {
      try {
        correction.run();
      } catch (RuntimeException e) {
        System.getLogger(BudgetedHearing.class.getName())
            .log(System.Logger.Level.INFO, "the price of an answer stays at most", e);
      }
    }
  }
}
