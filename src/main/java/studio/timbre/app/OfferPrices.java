package studio.timbre.app;

import java.time.LocalDate;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.app.CostReport.Usual;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.UseRange;
import studio.timbre.model.UseTime;
import studio.timbre.model.WholePrice;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.pricing.WholePrices;

/** Makes prices of what was counted. */
final class OfferPrices {
  private final CountedCosts.Forms forms;
  private final boolean onlyAnswers;
  private final CostWish wish;
  private final LocalDate today;

  /**
   * @param onlyAnswers whether no conversation has two answers to choose between
   * @param today when the use begins
   */
  OfferPrices(CountedCosts.Forms forms, boolean onlyAnswers, CostWish wish, LocalDate today) {
    this.today = today;
    this.forms = forms;
    this.onlyAnswers = onlyAnswers;
    this.wish = wish;
  }

  Offer offer(CostForm.Model model) {
    var usual = forms.given().calls().usual();
    var price = price(model, forms.given(), use(model, usual.promptTokens(), usual));
    return new Offer(
        price, model.key().way(), forms.shortened().map(form -> diet(model, form, usual)));
  }

  private PromptDiet diet(CostForm.Model model, CostForm shorter, Usual usual) {
    double before = forms.daily().orElse(forms.given()).calls().usual().promptTokens();
    double after = shorter.calls().usual().promptTokens();
    return new PromptDiet(
        price(model, forms.given(), use(model, before, usual)),
        price(model, shorter, cut(model, before, before - after, usual)));
  }

  private WholePrice price(CostForm.Model model, CostForm form, UseRange use) {
    var sums = form.of(model);
    var data =
        new WholePrices.Data(sums.training().totals(), sums.heldOut().totals(), wish.epochs());
    return WholePrices.of(
        model.name(),
        model.line(),
        data,
        use,
        UseTime.from(today, wish.months(), model.line().shutdownDate()));
  }

  private UseRange use(CostForm.Model model, double prompt, Usual usual) {
    return cut(model, prompt, 0, usual);
  }

  /**
   * What is used, in the model's own tokens: as many for one of o200k as the data has.
   *
   * @param prompt of a call in the data
   * @param less by so much is a prompt shorter, and so is what is cached of it
   */
  private UseRange cut(CostForm.Model model, double prompt, double less, Usual usual) {
    var totals = forms.given().of(model).training().totals();
    return new UseRange(
        use(ratio(totals.low()), prompt, less, usual),
        use(ratio(totals.high()), prompt, less, usual));
  }

  private double ratio(TokenTotals totals) {
    long o200k = forms.given().calls().tokens();
    return o200k == 0 || !onlyAnswers ? 1 : (double) totals.tokens() / o200k;
  }

  private MonthlyUse use(double ratio, double prompt, double less, Usual usual) {
    return new MonthlyUse(
        wish.calls(),
        Math.max(0, wish.promptTokens().orElse(prompt * ratio) - less * ratio),
        Math.max(0, wish.cachedTokens() - less * ratio),
        wish.answerTokens().orElse(usual.answerTokens() * ratio),
        wish.hours());
  }
}
