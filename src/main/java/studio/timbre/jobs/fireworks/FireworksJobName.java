package studio.timbre.jobs.fireworks;

import studio.timbre.model.ApiMethod;

/**
 * A job at Fireworks AI. Each way of training has a list of its own there, and names are free in each. Timbre writes a job that learns
 * from pairs with its list, as {@code dpoJobs/timbre-job-1}, and one that learns from answers without.
 */
record FireworksJobName(Kind kind, String id) {

  /** The ways of training that Timbre orders. */
  enum Kind {
    SUPERVISED("supervisedFineTuningJobs", "supervisedFineTuningJobId", "supervised"),
    PREFERENCE("dpoJobs", "dpoJobId", "dpo");

    private final String list;
    private final String nameOfNew;
    private final String method;

    Kind(String list, String nameOfNew, String method) {
      this.list = list;
      this.nameOfNew = nameOfNew;
      this.method = method;
    }

    static Kind of(ApiMethod method) {
      return method instanceof ApiMethod.Preference ? PREFERENCE : SUPERVISED;
    }

    /** Where its jobs lie; an answer has them under the same word. */
    String list() {
      return list;
    }

    /** The parameter that names a new job. */
    String nameOfNew() {
      return nameOfNew;
    }

    /** As the catalogue writes it. */
    String method() {
      return method;
    }
  }

  static FireworksJobName of(String text) {
    String pairs = Kind.PREFERENCE.list() + "/";
    return text.startsWith(pairs)
        ? new FireworksJobName(Kind.PREFERENCE, text.substring(pairs.length()))
        : new FireworksJobName(Kind.SUPERVISED, text);
  }

  /** Read back by {@link #of}; empty where there is no name. */
  String text() {
    return kind == Kind.SUPERVISED || id.isBlank() ? id : kind.list() + "/" + id;
  }
}
