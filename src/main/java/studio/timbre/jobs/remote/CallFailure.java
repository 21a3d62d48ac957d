package studio.timbre.jobs.remote;

import java.time.Duration;
import java.util.Optional;

/** A call that brought no usable answer. */
public final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** The code of what was broken off because a person has called the job off. */
  static final String CALLED_OFF = "called_off";

  /** What went wrong, as far as it matters for what is done next. */
  public enum Kind {
    /** No connection was made, so nothing was sent. */
    UNREACHED,
    /** Sent, at least in part; the answer did not come, was cut off, or is no answer of this interface. */
    BROKEN,
    /** 408, 409, 5xx: the request may or may not have been carried out. */
    TROUBLE,
    /** 429: too many requests; not carried out. */
    BUSY,
    /** 402, or 429 with a used-up quota: waiting does not help. */
    QUOTA,
    /** 401. */
    KEY,
    /** 403. */
    FORBIDDEN,
    /** 404. */
    MISSING,
    /** Any other answer that says no. */
    REFUSED
  }

  private final Kind kind;
  private final int status;
  private final String code;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param status of HTTP, 0 without an answer
   * @param code the provider's machine-readable word, empty without one
   * @param words what the provider or the network said, made fit for people: no key, no control characters
   */
  public CallFailure(
      Kind kind, int status, String code, String words, Optional<Duration> retryAfter) {
    super(words);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String words() {
    return String.valueOf(getMessage());
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Whether the request may have been carried out all the same. */
  public boolean mayHaveHappened() {
    return kind == Kind.BROKEN || kind == Kind.TROUBLE;
  }

  /** Whether the same request may succeed a little later. */
  public boolean mayPass() {
    return !code.equals(CALLED_OFF) && isOfAMoment();
  }

  private boolean isOfAMoment() {
    return mayHaveHappened() || kind == Kind.UNREACHED || kind == Kind.BUSY;
  }
}
