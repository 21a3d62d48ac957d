package studio.timbre.tokens;

import com.knuddels.jtokkit.api.EncodingType;
import java.util.Arrays;
import java.util.Optional;

/** The ways in which models behind an API turn text into tokens. */
public enum ApiEncoding {
  CL100K_BASE("cl100k_base", EncodingType.CL100K_BASE),
  O200K_BASE("o200k_base", EncodingType.O200K_BASE),

  /**
   * The encoding of gpt-oss. Its ranks and its splitting of text are those of {@code o200k_base}, so ordinary text is counted
   * exactly; it differs in its special marks, which no training text contains. What its chat format adds to each message is
   * not known from a source worth trusting, and is taken to be what it is for the others.
   */
  O200K_HARMONY("o200k_harmony", EncodingType.O200K_BASE);

  private final String publicName;
  private final EncodingType ranks;

  ApiEncoding(String publicName, EncodingType ranks) {
    this.publicName = publicName;
    this.ranks = ranks;
  }

  /** As OpenAI calls it, for example {@code o200k_base}. */
  public String publicName() {
    return publicName;
  }

  EncodingType ranks() {
    return ranks;
  }

  /** The encoding that OpenAI calls so. */
  public static Optional<ApiEncoding> named(String publicName) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.publicName.equals(publicName))
        .findFirst();
  }
}
