package studio.timbre.voice;

/** A word that no dictionary knows, in chars of a text. */
public record Unknown(int start, int end) {}
