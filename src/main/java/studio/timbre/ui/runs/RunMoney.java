package studio.timbre.ui.runs;

import java.util.OptionalDouble;
import studio.timbre.model.ApiRun;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.ui.fx.Texts;

/**
 * What a job at a provider has cost so far, as far as it can be known: nobody is told the bill before it comes.
 *
 * @param amount empty where it is not known
 * @param remark what the amount rests on
 */
record RunMoney(String amount, String remark) {
  private static final String ABOUT = "≈\u00a0";
  private static final String AT_MOST = "≤\u00a0";

  /**
   * @param done steps of the job
   * @param total 0 where the provider has not told it
   */
  static RunMoney of(ApiRun run, int done, int total, Texts texts) {
    return switch (run.state()) {
      case FINISHED -> atTheEnd(run, texts);
      case CANCELLED, FAILED -> cutShort(run, done, total, texts);
      case QUEUED, RUNNING, PAUSED, STOPPED, UNDECIDED -> soFar(run, done, total, texts);
    };
  }

  private static RunMoney soFar(ApiRun run, int done, int total, Texts texts) {
    var tokens = run.job().trainedTokens();
    // Some providers tell 0 until the end.
    if (tokens.orElse(0) > 0 && run.trainedUsd().isPresent()) {
      return new RunMoney(
          ABOUT + texts.dollars(run.trainedUsd().getAsDouble()),
          texts.get("runs.number.money.byTokens", texts.number(tokens.getAsLong())));
    }
    var agreed = run.job().order().agreedUsd();
    if (agreed.isEmpty()) {
      return new RunMoney("", texts.get("runs.number.noPrice"));
    }
    return done > 0 && total > 0
        ? share(agreed.getAsDouble(), done, total, ABOUT, "runs.number.money.about", texts)
        : new RunMoney(texts.dollars(agreed.getAsDouble()), texts.get("runs.number.agreed"));
  }

  private static RunMoney share(
      double agreed, int done, int total, String sign, String key, Texts texts) {
    double share = Math.min(1, (double) done / total);
    return new RunMoney(
        sign + texts.dollars(agreed * share), texts.get(key, texts.dollars(agreed)));
  }

  private static RunMoney atTheEnd(ApiRun run, Texts texts) {
    var tokens = run.job().trainedTokens();
    if (tokens.isPresent()) {
      var usd = run.trainedUsd();
      return new RunMoney(
          money(usd, texts),
          texts.get(
              usd.isPresent() ? "runs.number.money.byTokens" : "runs.number.money.tokensOnly",
              texts.number(tokens.getAsLong())));
    }
    var agreed = run.job().order().agreedUsd();
    return new RunMoney(
        money(agreed, texts),
        texts.get(agreed.isPresent() ? "runs.number.money.untold" : "runs.number.noPrice"));
  }

  /** Providers differ in what they take for a job that came to no end; none takes more than for what was done. */
  private static RunMoney cutShort(ApiRun run, int done, int total, Texts texts) {
    if (run.isUnasked() || run.job().standing().stage() == Stage.NOT_BEGUN) {
      return new RunMoney(texts.dollars(0), texts.get("runs.number.money.notBegun"));
    }
    var tokens = run.job().trainedTokens();
    if (tokens.isPresent() && run.trainedUsd().isPresent()) {
      return new RunMoney(
          AT_MOST + texts.dollars(run.trainedUsd().getAsDouble()),
          texts.get("runs.number.money.atMostByTokens", texts.number(tokens.getAsLong())));
    }
    var agreed = run.job().order().agreedUsd();
    if (agreed.isEmpty()) {
      return new RunMoney("", texts.get("runs.number.noPrice"));
    }
    // Where the steps are not told, all of them may have been done.
    return share(
        agreed.getAsDouble(),
        total > 0 ? done : 1,
        Math.max(total, 1),
        AT_MOST,
        "runs.number.money.atMost",
        texts);
  }

  private static String money(OptionalDouble usd, Texts texts) {
    return usd.isPresent() ? texts.dollars(usd.getAsDouble()) : "";
  }
}
