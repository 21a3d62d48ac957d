package studio.timbre.dataset.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.LineSource;
import studio.timbre.dataset.table.TextEncoding;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.LeftOut;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Placing;

/**
 * Conversations of a Markdown or plain text file. They are parted by rules ({@code ---}), by headings that name no speaker, or, where
 * there are none of these, by blank lines if each part is a conversation of its own.
 */
public final class TranscriptLines implements LineSource {
  private static final int MOST_CHARS = 16_000_000;
  private static final int BEFORE_SHOWN = 200;

  private final BufferedReader reader;
  private final TextLines lines;
  private final Parting parting;
  private final Deque<Line> ready = new ArrayDeque<>();
  private Optional<String> title = Optional.empty();
  private long titleLine;
  private Optional<String> held = Optional.empty();
  private boolean timesTold;
  private boolean over;
  private long number;

  private TranscriptLines(
      BufferedReader reader, TextLines lines, Parting parting, List<Line> notes) {
    this.reader = reader;
    this.lines = lines;
    this.parting = parting;
    ready.addAll(notes);
  }

  public static TranscriptLines open(Path file) throws IOException {
    var encoding = TextEncoding.of(file);
    var input = Files.newInputStream(file);
    boolean opened = false;
    try {
      var reader = encoding.reader(input, Parting.LOOKED_AT);
      var notes = encoding.note().map(TranscriptLines::beside).stream().toList();
      var lines =
          new TranscriptLines(
              reader,
              new TextLines(reader, encoding.charset(), Files.size(file), MOST_CHARS),
              Parting.of(reader),
              notes);
      opened = true;
      return lines;
    } finally {
      if (!opened) {
        input.close();
      }
    }
  }

  private static Line beside(LeftOut note) {
    return new Line.Beside(1, new Refusal(0, "", note.key(), note.english(), note.arguments()));
  }

  @Override
  public Optional<Line> next() throws IOException {
    while (ready.isEmpty() && !over) {
      conversation();
    }
    return Optional.ofNullable(ready.poll());
  }

  private void conversation() throws IOException {
    var transcript = new Transcript();
    long first = 0;
    long chars = 0;
    boolean tooLong = false;
    int blanks = 0;
    while (true) {
      var found = held;
      held = Optional.empty();
      if (found.isEmpty()) {
        found = lines.next();
      }
      if (found.isEmpty()) {
        over = true;
        break;
      }
      String line = found.get();
      boolean heading = Parting.isHeading(line);
      boolean parts = Parting.isRule(line) || heading || parting.byBlanks(line, blanks + 1);
      blanks = line.isBlank() ? blanks + 1 : 0;
      if (parts && !transcript.isEmpty()) {
        held = heading ? found : Optional.empty();
        break;
      }
      if (heading) {
        titleLine = lines.number();
        title = Optional.of(line.replaceFirst("^#+\\s*", "").replaceFirst("\\s*#*\\s*$", ""));
      } else if (!parts) {
        if (first == 0 && !line.isBlank()) {
          first = lines.number();
        }
        chars += line.length();
        tooLong |= chars > MOST_CHARS || lines.wasTooLong();
        if (!tooLong) {
          transcript.take(line);
        }
      }
    }
    finish(transcript, Math.max(1, first), tooLong);
  }

  private void finish(Transcript transcript, long first, boolean tooLong) {
    boolean something = transcript.speaks();
    transcript.finish();
    if (tooLong) {
      refuse(first, "dataset.refused.tooLong", "the line is longer than 16 MB", List.of(16L));
    } else if (!something) {
      refuseWithout(transcript, first);
    } else {
      var extras = new LinkedHashMap<String, String>();
      boolean named = title.isEmpty() && transcript.title().isPresent();
      title
          .or(transcript::title)
          .ifPresent(text -> extras.put("title", ConversationJson.quoted(text)));
      var notes = new ArrayList<Refusal>();
      if (!named && !transcript.before().isEmpty()) {
        String said = shown(transcript.before());
        notes.add(
            new Refusal(
                first,
                "",
                "dataset.leftOut.beforeSpeaker",
                "before anybody speaks: " + said,
                List.of(said)));
      }
      if (transcript.timed() && !timesTold) {
        timesTold = true;
        notes.add(
            new Refusal(
                first,
                "",
                "dataset.leftOut.times",
                "in the whole file: the times before speakers",
                List.of()));
      }
      ready.add(
          new Line.Good(
              ++number,
              new Conversation(transcript.messages(), extras),
              List.copyOf(notes),
              Placing.NONE));
    }
    title = Optional.empty();
  }

  private void refuseWithout(Transcript transcript, long first) {
    if (!transcript.before().isEmpty()) {
      String said = shown(transcript.before());
      refuse(
          first,
          "dataset.refused.noSpeaker",
          "nobody speaks here, as in \"Customer: …\": " + said,
          List.of(said));
    } else if (title.isPresent() && (over || held.isPresent())) {
      String said = title.get();
      ready.add(
          new Line.Beside(
              number + 1,
              new Refusal(
                  titleLine,
                  "",
                  "dataset.leftOut.heading",
                  "the heading \"" + said + "\", under which nobody speaks",
                  List.of(said))));
    }
  }

  private static String shown(List<String> lines) {
    String all = String.join(" / ", lines);
    return all.length() > BEFORE_SHOWN ? all.substring(0, BEFORE_SHOWN) + "…" : all;
  }

  private void refuse(long line, String key, String english, List<Object> arguments) {
    ready.add(new Line.Refused(++number, new Refusal(line, "", key, english, arguments)));
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
