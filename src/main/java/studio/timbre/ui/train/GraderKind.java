package studio.timbre.ui.train;

/** How answers are scored. */
enum GraderKind {
  STRING_CHECK,
  TEXT_SIMILARITY,
  SCORE_MODEL,
  PYTHON,
  MULTI;

  String key() {
    return "api.grader." + name();
  }
}
