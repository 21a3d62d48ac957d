package studio.timbre.jobs.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import studio.timbre.jobs.remote.CallFailure.Kind;

/** Sorts what can go wrong with a call. */
public final class Failures {
  private final ProviderWords words;
  private final Pace pace;

  public Failures(ProviderWords words, Pace pace) {
    this.words = words;
    this.pace = pace;
  }

  /**
   * An answer that says no.
   *
   * @param body what came, in {@code error} or outright; of any other kind where it was no JSON
   */
  public CallFailure refused(int status, HttpHeaders headers, JsonNode body) {
    var error = body.path("error").isObject() ? body.path("error") : body;
    String code = error.path("code").asText("");
    String type = error.path("type").asText("");
    boolean isQuota = code.equals("insufficient_quota") || type.equals("insufficient_quota");
    String said = error.path("message").asText("");
    return new CallFailure(
        kind(status, isQuota),
        status,
        words.clean(code.isBlank() ? type : code),
        words.clean(said.isBlank() ? "no reason given" : said),
        RateHeaders.retryAfter(headers, pace.now()));
  }

  /** An error in the place of the next piece of an answer. */
  public CallFailure inStream(JsonNode error) {
    String code = error.path("code").asText(error.path("type").asText(""));
    String said = error.isTextual() ? error.asText() : error.path("message").asText("");
    boolean isBusy = code.startsWith("rate_limit") || code.equals("429");
    var kind = code.equals("insufficient_quota") ? Kind.QUOTA : isBusy ? Kind.BUSY : Kind.REFUSED;
    return new CallFailure(
        kind,
        0,
        words.clean(code),
        words.clean(said.isBlank() ? "no reason given" : said),
        Optional.empty());
  }

  private static Kind kind(int status, boolean isQuota) {
    return switch (status) {
      case 401 -> Kind.KEY;
      case 402 -> Kind.QUOTA;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.MISSING;
      case 408, 409 -> Kind.TROUBLE;
      case 429 -> isQuota ? Kind.QUOTA : Kind.BUSY;
      default -> status >= 500 ? Kind.TROUBLE : Kind.REFUSED;
    };
  }

  /** An answer that is none of this interface. */
  public CallFailure unreadable() {
    return new CallFailure(
        Kind.BROKEN, 0, "unreadable", "The answer could not be read.", Optional.empty());
  }

  /** No answer at all. */
  public CallFailure unsent(Exception failure) {
    boolean isUnreached = false;
    boolean isCalledOff = false;
    String said = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      isUnreached |=
          cause instanceof ConnectException
              || cause instanceof UnresolvedAddressException
              || cause instanceof HttpConnectTimeoutException
              || cause instanceof SSLHandshakeException;
      isCalledOff |= cause instanceof OneShot.BrokenOff;
      said = cause.getMessage() == null ? said : cause.getMessage();
    }
    return new CallFailure(
        isUnreached ? Kind.UNREACHED : Kind.BROKEN,
        0,
        isCalledOff ? CallFailure.CALLED_OFF : isUnreached ? "unreached" : "broken",
        words.clean(said),
        Optional.empty());
  }
}
