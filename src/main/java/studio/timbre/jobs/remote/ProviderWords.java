package studio.timbre.jobs.remote;

import studio.timbre.model.ApiKey;

/**
 * A provider's own words before they are shown, logged or kept: some servers send a wrong key back in full, and control characters
 * could change what a terminal shows.
 */
public final class ProviderWords {
  private static final int LONGEST = 2_000;
  private static final int SHORTEST_SECRET = 6;

  private final String key;

  public ProviderWords(ApiKey key) {
    this.key = key.reveal();
  }

  public String clean(String text) {
    String safe = key.length() >= SHORTEST_SECRET ? text.replace(key, "…") : text;
    var plain = new StringBuilder(Math.min(safe.length(), LONGEST));
    safe.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              int kind = Character.getType(c);
              boolean hidden =
                  Character.isISOControl(c)
                      || kind == Character.FORMAT
                      || kind == Character.LINE_SEPARATOR
                      || kind == Character.PARAGRAPH_SEPARATOR;
              plain.appendCodePoint(hidden ? ' ' : c);
            });
    return plain.toString().strip();
  }
}
