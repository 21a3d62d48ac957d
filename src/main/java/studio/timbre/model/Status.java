package studio.timbre.model;

/** How far a conversation has come in the team's eyes. */
public enum Status {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  REJECTED
}
