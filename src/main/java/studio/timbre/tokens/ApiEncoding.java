package studio.timbre.tokens;

import java.util.Arrays;
import java.util.Optional;
import studio.timbre.tokens.bytepair.Splitting;

/** The ways in which models behind an API turn text into tokens. */
public enum ApiEncoding {
  CL100K_BASE("cl100k_base", "cl100k_base", Splitting.CL100K),
  O200K_BASE("o200k_base", "o200k_base", Splitting.O200K),

  /**
   * The encoding of gpt-oss. Its ranks and its splitting of text are those of {@code o200k_base}, so ordinary text is counted
   * exactly; it differs in its special marks, which no training text contains. What its chat format adds to each message is
   * not known from a source worth trusting, and is taken to be what it is for the others.
   */
  O200K_HARMONY("o200k_harmony", "o200k_base", Splitting.O200K);

  private final String publicName;
  private final String ranks;
  private final Splitting splitting;

  ApiEncoding(String publicName, String ranks, Splitting splitting) {
    this.publicName = publicName;
    this.ranks = ranks;
    this.splitting = splitting;
  }

  /** As OpenAI calls it, for example {@code o200k_base}. */
  public String publicName() {
    return publicName;
  }

  /** The name of the table of its tokens, which several may share. */
  String ranks() {
    return ranks;
  }

  Splitting splitting() {
    return splitting;
  }

  /** The encoding that OpenAI calls so. */
  public static Optional<ApiEncoding> named(String publicName) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.publicName.equals(publicName))
        .findFirst();
  }
}
