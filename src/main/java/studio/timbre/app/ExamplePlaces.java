package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.Mending.Example;
import studio.timbre.app.Mending.Next;
import studio.timbre.checks.Encoding;
import studio.timbre.checks.Mark;
import studio.timbre.checks.StandIns;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.model.Conversation;

/** The first place of a finding in a conversation, with some words around it and what would stand there. */
final class ExamplePlaces {
  private static final int AROUND = 60;
  private static final int BEGINNING = 120;

  private ExamplePlaces() {}

  static Example example(
      long id, WantedMarks wanted, Conversation conversation, TextLanguage language) {
    var marks = wanted.in(id, conversation);
    if (marks.isEmpty()) {
      String said =
          conversation.answer().isBlank() ? conversation.question() : conversation.answer();
      String more = said.length() > BEGINNING ? "…" : "";
      return new Example(
          id, oneLine(cut(said, 0, BEGINNING)) + more, "", "", Optional.empty(), List.of(), 0);
    }
    var place = marks.getFirst();
    String text = CheckedTexts.of(conversation).get(place.text()).text();
    var standIns = new StandIns(language.of(conversation));
    var close = closeBehind(marks);
    var pieces = new ArrayList<Next>();
    for (int i = 0; i < close.size(); i++) {
      var mark = close.get(i);
      boolean last = i + 1 == close.size();
      int end = last ? mark.end() + AROUND : close.get(i + 1).start();
      pieces.add(
          new Next(
              oneLine(mark.of(text)),
              mended(mark, text, standIns),
              oneLine(cut(text, mark.end(), end)) + (last && end < text.length() ? "…" : "")));
    }
    var first = pieces.getFirst();
    return new Example(
        id,
        (place.start() > AROUND ? "…" : "")
            + oneLine(cut(text, place.start() - AROUND, place.start())),
        first.found(),
        first.after(),
        first.mended(),
        pieces.subList(1, pieces.size()),
        marks.size() - close.size());
  }

  /** The first, and those behind it whose surroundings meet. */
  private static List<Mark> closeBehind(List<Mark> marks) {
    var close = new ArrayList<Mark>();
    for (var mark : marks) {
      boolean reaches =
          close.isEmpty()
              || (mark.text() == close.getLast().text()
                  && mark.start() >= close.getLast().end()
                  && mark.start() <= close.getLast().end() + AROUND);
      if (!reaches) {
        break;
      }
      close.add(mark);
    }
    return close;
  }

  private static Optional<String> mended(Mark mark, String text, StandIns standIns) {
    String found = mark.of(text);
    return mark.problem().isPrivate()
        ? Optional.of(standIns.of(mark.problem(), found))
        : Optional.of(Encoding.mended(found)).filter(better -> !better.equals(found));
  }

  private static String cut(String text, int from, int to) {
    int start = Math.max(0, from);
    int end = Math.min(text.length(), to);
    return text.substring(start, end);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
