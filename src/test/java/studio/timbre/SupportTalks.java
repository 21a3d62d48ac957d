package studio.timbre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Conversations of a brand with its customers, about a kilobyte each, in English, Portuguese and Indonesian, the same at every run. Their
 * sentences are those of the sample, in which a third of the words gives way to words of the spelling dictionaries, some frequent and
 * most rare as in every language, and every figure to another one: no two are alike, and no memory of words holds them all.
 */
public final class SupportTalks implements Iterator<Conversation> {
  private static final List<String> EXTRAS =
      List.of(
          " 🙂",
          " 🎉🙏",
          " — ",
          "\n\n",
          " (R$ 1.299,90)",
          " https://shop.example/p/%d",
          " #A-%d",
          " ana.%d@example.com",
          "\n- ",
          "\n1. ",
          " \u201c%d\u201d",
          "…",
          " 👩🏽‍💻");

  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d");

  /** The sentences and the words of a language. */
  private record Tongue(
      String system, List<String> questions, List<String> answers, List<String> words) {}

  private final List<Tongue> tongues;
  private final Random random = new Random(20_261_123);
  private final int count;
  private int given;

  public SupportTalks(int count) {
    this.count = count;
    try {
      var english = tongue("en", "en_US");
      var portuguese = tongue("pt-BR", "pt_BR");
      tongues = List.of(english, portuguese, tongue("id", "id_ID"), english, portuguese, english);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UserFacingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** So many of them as JSONL; made where the file is not there yet. */
  public static Path file(int count, Path folder) throws IOException {
    var file = folder.resolve("talks-" + count + ".jsonl");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      var part = folder.resolve("talks-" + count + ".part");
      var talks = new SupportTalks(count);
      try (var out = Files.newBufferedWriter(part)) {
        while (talks.hasNext()) {
          out.append(ConversationJson.writeLine(talks.next())).append('\n');
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static Tongue tongue(String sample, String dictionary)
      throws IOException, UserFacingException {
    var questions = new ArrayList<String>();
    var answers = new ArrayList<String>();
    String system = "";
    try (var in = open("sample/train." + sample + ".jsonl")) {
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        for (var message : ConversationJson.parse(line).messages()) {
          switch (message.role().name()) {
            case "system" -> system = message.text();
            case "user" -> questions.add(message.text());
            default -> answers.add(message.text());
          }
        }
      }
    }
    var words = new ArrayList<String>();
    try (var in = new GZIPInputStream(open("spelling/" + dictionary + ".dic.gz"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.replaceFirst("/.*", ""))
          .filter(word -> !word.isBlank())
          .forEach(words::add);
    }
    Collections.shuffle(words, new Random(7));
    return new Tongue(system, questions, answers, words);
  }

  private static InputStream open(String name) {
    return SupportTalks.class.getResourceAsStream("/studio/timbre/" + name);
  }

  @Override
  public boolean hasNext() {
    return given < count;
  }

  @Override
  public Conversation next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    given++;
    var tongue = tongues.get(random.nextInt(tongues.size()));
    int turns = 1 + random.nextInt(3);
    var messages = new Message[1 + 2 * turns];
    messages[0] = Message.of(Role.SYSTEM, tongue.system());
    for (int i = 0; i < turns; i++) {
      messages[1 + 2 * i] = Message.of(Role.USER, written(tongue, tongue.questions()));
      messages[2 + 2 * i] = Message.of(Role.ASSISTANT, written(tongue, tongue.answers()));
    }
    return Conversation.of(messages);
  }

  private String written(Tongue tongue, List<String> pool) {
    String text =
        WORD.matcher(pool.get(random.nextInt(pool.size())))
            .replaceAll(found -> replaced(found.group(), tongue));
    return random.nextInt(3) > 0
        ? text
        : text + EXTRAS.get(random.nextInt(EXTRAS.size())).formatted(random.nextInt(1_000_000));
  }

  private String replaced(String word, Tongue tongue) {
    if (Character.isDigit(word.charAt(0))) {
      return String.valueOf(random.nextInt(10));
    }
    if (random.nextInt(3) > 0) {
      return word;
    }
    // Zipf's law, near enough: the rank is spread evenly over its logarithm.
    var words = tongue.words();
    String other = words.get((int) Math.pow(words.size(), random.nextDouble()) - 1);
    return Character.isUpperCase(word.charAt(0))
        ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
        : other;
  }
}
