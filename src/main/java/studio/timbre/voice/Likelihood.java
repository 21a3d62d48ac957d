package studio.timbre.voice;

/**
 * How much more two things are together than chance would have them, after Dunning: Accurate methods for the statistics of surprise and
 * coincidence, Computational Linguistics 19 (1993), as the log-likelihood ratio of a table of two by two.
 */
final class Likelihood {
  /** Above it chance does so once in ten thousand tables: the 99.99 % point of chi-squared with one degree of freedom. */
  static final double CLEAR = 15.13;

  private Likelihood() {}

  /**
   * The ratio for a share of one set against a share of another; 0 where both are the same.
   *
   * @param having of the first set
   * @param of the size of the first set
   * @param otherHaving of the second
   * @param otherOf its size
   */
  static double ratio(long having, long of, long otherHaving, long otherOf) {
    long all = of + otherOf;
    long with = having + otherHaving;
    return 2
        * (part(having, of, with, all)
            + part(of - having, of, all - with, all)
            + part(otherHaving, otherOf, with, all)
            + part(otherOf - otherHaving, otherOf, all - with, all));
  }

  private static double part(long seen, long row, long column, long all) {
    return seen == 0 ? 0 : seen * Math.log(seen / ((double) row * column / all));
  }
}
