package studio.timbre.voice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.timbre.model.voice.VoiceRule.Person;
import studio.timbre.model.voice.VoiceRule.Register;

/** The words by which English, Portuguese and Indonesian tell who speaks, and how close they are to whom they speak to. */
final class Registers {
  /** Before {@code 's}: it's is short for something, Ana's is not. */
  private static final Set<String> SHORT_WITH_S =
      Set.of(
          "it's", "that's", "there's", "here's", "what's", "let's", "who's", "where's", "how's",
          "he's", "she's");

  private static final Set<String> SHORT_ENDINGS = Set.of("n't", "'ll", "'re", "'ve", "'m", "'d");

  private static final Map<String, Set<String>> WE =
      Map.of(
          "en", words("we we're we'll we've we'd our ours us ourselves"),
          "pt", words("nós nosso nossa nossos nossas conosco"),
          "id", words("kami"));

  private static final Map<String, Set<String>> I =
      Map.of(
          "en", words("i i'm i'll i've i'd my mine me myself"),
          "pt", words("eu meu minha meus minhas mim comigo"),
          "id", words("saya aku"));

  private static final Set<String> ALL =
      Stream.of(WE, I)
          .flatMap(byLanguage -> byLanguage.values().stream())
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, List<String>> RELAXED =
      Map.of(
          "en",
              phrases(
                  "gonna,wanna,gotta,kinda,hey,yeah,yep,nope,you guys,no worries,no problem,awesome,super,stuff,btw,asap,lol"),
          "pt",
              phrases(
                  "tu,teu,tua,teus,tuas,contigo,pra,pro,pras,pros,tá,tô,cê,né,a gente,beleza,valeu,galera,oi,oie,show"),
          "id",
              phrases(
                  "kamu,kau,lo,lu,gue,gua,nggak,enggak,gak,ga,udah,aja,banget,sih,dong,deh,yuk,kayak,gimana,makasih,hai"));

  private static final Map<String, List<String>> FORMAL =
      Map.of(
          "en",
          phrases(
              "kindly,pursuant to,herewith,hereby,aforementioned,please be advised,do not hesitate,don't hesitate,we regret to inform,dear sir"
                  + ",dear madam,in accordance with,at your earliest convenience,utilize,commence,shall,we apologize for any inconvenience,hence,therefore,furthermore,moreover"),
          "pt",
          phrases(
              "o senhor,a senhora,ao senhor,à senhora,do senhor,da senhora,vossa senhoria,prezado,prezada,prezados,outrossim,mediante,supracitado"
                  + ",venho por meio,vimos por meio,informamos que,solicitamos que,cordialmente,atenciosamente,conforme solicitado,referido,referida"),
          "id",
          phrases(
              "anda,saudara,bapak,ibu,dengan hormat,hormat kami,mohon kiranya,berkenan,perihal,sehubungan dengan,demikian kami sampaikan,adapun"));

  private static final Map<String, Map<Register, Phrases<Boolean>>> PHRASES =
      FORMAL.keySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  language -> language,
                  language ->
                      Map.of(
                          Register.FORMAL,
                          made(FORMAL.getOrDefault(language, List.of())),
                          Register.RELAXED,
                          made(RELAXED.getOrDefault(language, List.of())))));

  private Registers() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  private static List<String> phrases(String phrases) {
    return List.of(phrases.split(",", -1));
  }

  /** Whether a word says that somebody speaks of themselves in this person. */
  static boolean isSpeaker(Person person, String language, String low) {
    return (person == Person.WE ? WE : I).getOrDefault(language, Set.of()).contains(low);
  }

  /** Whether it does so in any of the languages: asked first, as the language of a text takes longer to tell. */
  static boolean mayBeSpeaker(String low) {
    return ALL.contains(low);
  }

  /** Words that belong to a register, by language. */
  static Map<String, Phrases<Boolean>> phrases(Register register) {
    return PHRASES.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> entry.getValue().get(register)));
  }

  private static Phrases<Boolean> made(List<String> from) {
    var phrases = new Phrases<Boolean>();
    from.forEach(phrase -> phrases.add(phrase, true));
    return phrases;
  }

  /** As {@code don't} and {@code it's}: of the relaxed register of English. */
  static boolean isContraction(String low) {
    int apostrophe = low.lastIndexOf('\'');
    return apostrophe > 0
        && (SHORT_WITH_S.contains(low)
            || low.endsWith("n't")
            || SHORT_ENDINGS.contains(low.substring(apostrophe)));
  }

  /** Whether somebody speaks of themselves in this person anywhere in an answer. */
  static boolean speaks(Judged answer, Person person) {
    return answer.text().words().stream()
        .anyMatch(
            word -> mayBeSpeaker(word.low()) && isSpeaker(person, answer.language(), word.low()));
  }

  /** Whether an answer has something of a register. */
  static boolean sounds(Judged answer, Register register) {
    var phrases = PHRASES.getOrDefault(answer.language(), Map.of()).get(register);
    if (phrases == null) {
      return false;
    }
    boolean[] any = {false};
    phrases.find(answer.text(), (start, end, value) -> any[0] = true);
    boolean shortened =
        register == Register.RELAXED
            && answer.language().equals("en")
            && answer.text().words().stream().anyMatch(word -> isContraction(word.low()));
    return any[0] || shortened;
  }
}
