package studio.timbre.tokens;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Families of open models that share a vocabulary, by the names that providers give their models. */
public enum TokenizerFamily {
  /** Llama 3 to 3.3, and what was distilled into them. */
  LLAMA_3(
      "(?<![a-z])llama-?v?3(?!\\d)|distill-llama",
      "<|eot_id|>",
      new RoughBounds(0.95, 1.35, 0, 0.4, 0.2, 0.8, 1.9, 1, 28, 5)),
  LLAMA_4(
      "(?<![a-z])llama-?v?4(?!\\d)",
      "<|eot|>",
      new RoughBounds(0.83, 1.25, 0, 0.3, 0.2, 0.3, 0.8, 1, 2, 0)),
  /** Qwen 1.5 to 3, whose vocabulary stayed the same; not 3.5. */
  QWEN(
      "qwen-?(1[.p]5|2[.p]5|2|3)(?![.p]?\\d)|qwq-|distill-qwen",
      "<|im_start|>",
      new RoughBounds(0.95, 1.35, 0.67, 0.4, 0.1, 0.6, 1.3, 1, 6, 26)),
  /** V3 and R1. */
  DEEPSEEK(
      "deepseek-?(v3|r1)(?!\\d)",
      "<｜begin▁of▁sentence｜>",
      new RoughBounds(0.95, 1.35, 0, 1.2, 0.2, 0.4, 0.9, 0, 2, 0)),
  /** Mistral's vocabulary of 2024. */
  TEKKEN(
      "mistral-nemo|ministral-8b|pixtral-12b",
      "[/INST]",
      new RoughBounds(0.95, 1.4, 0.67, 0.8, 0.4, 0.3, 1.2, 0, 2, 0)),
  /** Every other model. Measured with a vocabulary of 32,000, as small as any that is trained today. */
  OTHER("", "", new RoughBounds(0.75, 1.7, 0.67, 1.3, 0.7, 0.8, 1.9, 1, 30, 30));

  private final Pattern name;
  private final String mark;
  private final RoughBounds bounds;

  TokenizerFamily(String name, String mark, RoughBounds bounds) {
    this.name = Pattern.compile(name);
    this.mark = mark;
    this.bounds = bounds;
  }

  /**
   * The family of a model by its name, with or without an owner: {@code Qwen/Qwen2.5-7B-Instruct}, {@code
   * accounts/fireworks/models/llama-v3p1-8b-instruct}. A distilled model is of the family that it was distilled into.
   */
  public static TokenizerFamily of(String model) {
    String plain = model.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    return Arrays.stream(values())
        .filter(family -> family != OTHER && family.name.matcher(plain).find())
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether a tokenizer.json is of this family: it holds the mark that only this family has. */
  public boolean isOf(String tokenizerJson) {
    return this != OTHER && tokenizerJson.contains("\"" + mark + "\"");
  }

  RoughBounds bounds() {
    return bounds;
  }
}
