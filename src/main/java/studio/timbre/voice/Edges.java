package studio.timbre.voice;

import java.util.List;
import java.util.Optional;

/** How answers begin and end. */
final class Edges {
  /** A sign-off may be followed by a name and a team, each in its line. */
  private static final int LAST_LINES = 3;

  private static final int MOST_WORDS = 6;

  private static final List<Edge> GREETINGS =
      edges(
          "hi,hello,hey,hiya,dear,greetings,good morning,good afternoon,good evening,olá,oi,bom dia,boa tarde,boa noite,prezado,prezada"
              + ",caro,cara,halo,hai,hallo,selamat pagi,selamat siang,selamat sore,selamat malam,assalamualaikum");

  private static final List<Edge> SIGN_OFFS =
      edges(
          "best regards,kind regards,warm regards,regards,best wishes,all the best,sincerely,yours truly,cheers,take care,warmly,best"
              + ",atenciosamente,cordialmente,abraços,um abraço,abraço,até breve,até logo,salam,salam hangat,hormat kami,terima kasih");

  private Edges() {}

  private static List<Edge> edges(String phrases) {
    return Edge.of(List.of(phrases.split(",", -1)));
  }

  /** A stretch of words. */
  record Found(Edge edge, int first, int behind) {}

  /** That with which an answer begins. */
  static Optional<Found> greeting(AnswerText text, List<Edge> of) {
    return of.stream()
        .map(edge -> new Found(edge, 0, edge.behind(text, 0)))
        .filter(found -> found.behind() > 0)
        .findFirst();
  }

  /** One of those that people use. */
  static Optional<Found> usualGreeting(AnswerText text) {
    return greeting(text, GREETINGS);
  }

  /** That in the last lines, or at the very end. */
  static Optional<Found> signOff(AnswerText text, List<Edge> of) {
    for (var edge : of) {
      var sentences = text.sentences();
      for (int i = sentences.size() - 1; i >= Math.max(0, sentences.size() - LAST_LINES); i--) {
        int first = sentences.get(i).first();
        int behind = edge.behind(text, first);
        if (behind > 0) {
          return Optional.of(new Found(edge, first, behind));
        }
      }
      int words = text.words().size();
      for (int at = words - 1; at >= Math.max(0, words - MOST_WORDS); at--) {
        if (edge.behind(text, at) == words) {
          return Optional.of(new Found(edge, at, words));
        }
      }
    }
    return Optional.empty();
  }

  /** One of those that people use: alone in its line, as "Best" begins many a sentence. */
  static Optional<Found> usualSignOff(AnswerText text) {
    var sentences = text.sentences();
    for (int i = sentences.size() - 1; i >= Math.max(1, sentences.size() - LAST_LINES); i--) {
      var line = sentences.get(i);
      for (var edge : SIGN_OFFS) {
        int behind = edge.behind(text, line.first());
        boolean alone =
            behind > 0
                && line.words() <= MOST_WORDS
                && (behind == line.behind() || text.isCapital(behind));
        if (alone) {
          return Optional.of(new Found(edge, line.first(), behind));
        }
      }
    }
    return Optional.empty();
  }
}
