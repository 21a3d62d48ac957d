package studio.timbre.tokens.bytepair;

import static studio.timbre.tokens.bytepair.CharacterKinds.BREAK;
import static studio.timbre.tokens.bytepair.CharacterKinds.FIRST;
import static studio.timbre.tokens.bytepair.CharacterKinds.LETTER;
import static studio.timbre.tokens.bytepair.CharacterKinds.NUMBER;
import static studio.timbre.tokens.bytepair.CharacterKinds.SECOND;
import static studio.timbre.tokens.bytepair.CharacterKinds.SPACE;
import static studio.timbre.tokens.bytepair.CharacterKinds.after;
import static studio.timbre.tokens.bytepair.CharacterKinds.at;
import static studio.timbre.tokens.bytepair.CharacterKinds.run;
import static studio.timbre.tokens.bytepair.CharacterKinds.runOfOthers;

/**
 * How a text is cut into pieces before any of its bytes are joined. Each constant does by hand what the regular expression of the same
 * name in tiktoken's openai_public.py does, whose alternatives are tried in order; no text takes longer than its length.
 */
public enum Splitting {
  CL100K {
    @Override
    int end(char[] text, int from, int end) {
      int contraction = contraction(text, from, end);
      if (contraction > from) {
        return contraction;
      }
      int kind = at(text, from, end);
      int second = after(text, from, end);
      if ((kind & LETTER) != 0) {
        return run(text, second, end, LETTER);
      }
      if (mayLead(kind) && second < end && (at(text, second, end) & LETTER) != 0) {
        return run(text, second, end, LETTER);
      }
      if ((kind & NUMBER) != 0) {
        return numbers(text, second, end);
      }
      int marks = marks(text, from, second, end);
      if (marks > from) {
        return breaks(text, marks, end, false);
      }
      int blank = run(text, from, end, SPACE);
      return blank == end ? end : blanks(text, from, blank, from + 1);
    }
  },

  O200K {
    @Override
    int end(char[] text, int from, int end) {
      int kind = at(text, from, end);
      int second = after(text, from, end);
      int word = word(text, from, second, end, kind);
      if (word > from) {
        return Math.max(word, contraction(text, word, end));
      }
      if ((kind & NUMBER) != 0) {
        return numbers(text, second, end);
      }
      int marks = marks(text, from, second, end);
      if (marks > from) {
        return breaks(text, marks, end, true);
      }
      int blank = run(text, from, end, SPACE);
      return blanks(text, from, blank, blank == end ? end : from + 1);
    }

    /**
     * The first two alternatives: a word that ends in small letters before one of capitals, each with a character in front if that
     * is neither letter nor number. A mark may be that character, and may begin the word itself.
     */
    private int word(char[] text, int from, int second, int end, int kind) {
      boolean leads = mayLead(kind);
      boolean begins = (kind & (FIRST | SECOND)) != 0;
      int found = leads ? small(text, second, end) : -1;
      if (found < 0 && begins) {
        found = small(text, from, end);
      }
      if (found < 0 && leads) {
        found = capital(text, second, end);
      }
      return found < 0 && begins ? capital(text, from, end) : found;
    }

    /** As many of the first part as there are, and at least one of the second, for which the first gives back what both allow. */
    private int small(char[] text, int from, int end) {
      int first = run(text, from, end, FIRST);
      int second = run(text, first, end, SECOND);
      if (second > first) {
        return second;
      }
      for (int at = first; at > from; ) {
        boolean pair = at - 2 >= from && after(text, at - 2, end) == at;
        int before = at - (pair ? 2 : 1);
        if ((at(text, before, end) & SECOND) != 0) {
          return at;
        }
        at = before;
      }
      return -1;
    }

    private int capital(char[] text, int from, int end) {
      int first = run(text, from, end, FIRST);
      return first == from ? -1 : run(text, first, end, SECOND);
    }
  };

  /** Where the piece ends that begins here; behind where it begins. */
  abstract int end(char[] text, int from, int end);

  private static boolean mayLead(int kind) {
    return (kind & (LETTER | NUMBER | BREAK)) == 0;
  }

  /** Up to three. */
  private static int numbers(char[] text, int second, int end) {
    int at = second;
    for (int i = 1; i < 3 && at < end && (at(text, at, end) & NUMBER) != 0; i++) {
      at = after(text, at, end);
    }
    return at;
  }

  /** One blank perhaps, and then at least one that is neither space, letter nor number. */
  private static int marks(char[] text, int from, int second, int end) {
    int begin = text[from] == ' ' ? second : from;
    int found = runOfOthers(text, begin, end, SPACE | LETTER | NUMBER);
    return found > begin ? found : -1;
  }

  private static int breaks(char[] text, int from, int end, boolean slashes) {
    int at = from;
    while (at < end && (text[at] == '\n' || text[at] == '\r' || (slashes && text[at] == '/'))) {
      at++;
    }
    return at;
  }

  /** White space to its last line end; else all but the last, which goes with what follows. */
  private static int blanks(char[] text, int from, int blank, int single) {
    for (int at = blank; at > from; at--) {
      if (text[at - 1] == '\n' || text[at - 1] == '\r') {
        return at;
      }
    }
    return Math.max(single, blank - 1);
  }

  /** The end of {@code 's 't 're 've 'm 'll 'd} in any case, if the text goes on with one; the long s is an s. */
  private static int contraction(char[] text, int from, int end) {
    if (end - from < 2 || text[from] != '\'') {
      return from;
    }
    return switch (text[from + 1]) {
      case 's', 'S', '\u017F', 't', 'T', 'm', 'M', 'd', 'D' -> from + 2;
      case 'r', 'R', 'v', 'V' -> from + (isLetter(text, from + 2, end, 'e') ? 3 : 0);
      case 'l', 'L' -> from + (isLetter(text, from + 2, end, 'l') ? 3 : 0);
      default -> from;
    };
  }

  private static boolean isLetter(char[] text, int at, int end, char small) {
    return at < end && (text[at] | 0x20) == small;
  }
}
