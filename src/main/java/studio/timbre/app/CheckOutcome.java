package studio.timbre.app;

import java.time.LocalDate;
import java.util.List;

/** What came of asking a provider for its models, which costs nothing. */
public sealed interface CheckOutcome {

  /**
   * The key was taken.
   *
   * @param names the models that the key may see
   * @param trainable those of which the provider says that they can be trained; none where it does not say
   * @param ends those that have a last day, the nearest first
   * @param limits how many jobs the account may have; empty where the provider does not say
   */
  record Works(List<String> names, List<String> trainable, List<End> ends, AccountLimits limits)
      implements CheckOutcome {
    /** Of a provider that tells its models alone. */
    public Works(List<String> names, List<String> trainable, List<End> ends) {
      this(names, trainable, ends, AccountLimits.NONE);
    }

    Works with(AccountLimits told) {
      return new Works(names, trainable, ends, told);
    }

    /** How many models the key may see. */
    public int models() {
      return names.size();
    }
  }

  /** The day after which a model does not answer any more. */
  record End(String model, LocalDate day) {}

  /** The provider does not know the key (401). */
  record KeyRefused() implements CheckOutcome {}

  /** The key is known, and may not see models (403). */
  record NotAllowed() implements CheckOutcome {}

  /** There is something at the address that does not speak this interface: 404, a page for people, no JSON. */
  record NoSuchAddress() implements CheckOutcome {}

  /**
   * The address points on to another one. The key was not sent there.
   *
   * @param address where to; empty where that is no address
   */
  record PointsElsewhere(String address) implements CheckOutcome {}

  /** Nothing answered. */
  record NotReached(Reason reason) implements CheckOutcome {}

  /** Too many calls, or no credit (429). */
  record Limit(boolean outOfCredit) implements CheckOutcome {}

  /** The provider answers with a fault of its own, or with something that has no meaning here. */
  record Trouble(int status) implements CheckOutcome {}

  /** Why nothing answered. */
  enum Reason {
    /** No computer of that name is known. */
    NAME,
    /** Nobody listens there. */
    REFUSED,
    /** The other side could not prove who it is. */
    SECURITY,
    TIMEOUT,
    /** The connection broke in the middle. */
    BROKEN
  }
}
