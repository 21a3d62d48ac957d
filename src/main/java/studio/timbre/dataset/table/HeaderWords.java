package studio.timbre.dataset.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.timbre.dataset.PlacingWords;
import studio.timbre.model.TableMapping.Use;

/** What columns are called, in English, Portuguese and Indonesian; most telling words first. */
final class HeaderWords {
  /** What Timbre calls the column that only its own tables have. */
  static final String DETAILS = "timbre_details";

  private static final Map<Use, String> WHAT_IS_SAID = new EnumMap<>(Use.class);
  private static final Map<Use, String> WHO_SAYS_IT = new EnumMap<>(Use.class);
  private static final Map<Use, String> THE_REST = new EnumMap<>(Use.class);

  static {
    WHAT_IS_SAID.put(Use.DETAILS, "|timbredetails|");
    WHAT_IS_SAID.put(
        Use.REJECTED,
        "|rejected|rejectedanswer|rejectedresponse|badanswer|worseanswer|rejeitada|respostarejeitada|respostaruim|jawabanditolak|jawabanburuk|");
    WHAT_IS_SAID.put(
        Use.SYSTEM,
        "|system|systemprompt|systemmessage|persona|sistema|mensagemdosistema|promptdosistema|sistem|pesansistem|promptsistem|");
    WHAT_IS_SAID.put(
        Use.USER,
        "|question|questions|prompt|query|input|instruction|request|ask|usermessage|customermessage"
            + "|pergunta|perguntas|duvida|entrada|instrucao|solicitacao|mensagemdocliente"
            + "|pertanyaan|tanya|masukan|instruksi|permintaan|pesanpelanggan|");
    WHAT_IS_SAID.put(
        Use.ASSISTANT,
        "|answer|answers|response|completion|reply|output|chosen|chosenanswer|idealanswer|approvedanswer"
            + "|resposta|respostas|saida|respostaideal|respostaaprovada"
            + "|jawaban|jawab|balasan|respons|keluaran|tanggapan|");
    WHO_SAYS_IT.put(
        Use.USER,
        "|user|human|customer|client|usuario|usuaria|cliente|pengguna|pelanggan|nasabah|");
    WHO_SAYS_IT.put(
        Use.ASSISTANT,
        "|assistant|agent|bot|gpt|support|assistente|atendente|agente|suporte|asisten|agen|admin|");
    THE_REST.put(
        Use.ROLE,
        "|role|speaker|from|sender|author|who|papel|quem|remetente|autor|falante|de|peran|pembicara|pengirim|dari|penulis|");
    THE_REST.put(
        Use.TEXT,
        "|text|message|content|value|utterance|body|mensagem|texto|conteudo|fala|pesan|teks|isi|konten|ucapan|");
    THE_REST.put(
        Use.TURNS,
        "|messages|conversations|dialog|dialogue|transcript|chat|turns|history|dialogo|transcricao|historico|obrolan|transkrip|riwayat|");
    THE_REST.put(
        Use.CONVERSATION,
        "|conversation|conversationid|id|chatid|threadid|thread|ticket|ticketid|sessionid|dialogid|caseid"
            + "|conversa|conversaid|idconversa|iddaconversa|idatendimento|atendimento|protocolo|chamado"
            + "|percakapan|idpercakapan|percakapanid|tiket|idtiket|nomortiket|no|nomor|");
    THE_REST.put(Use.STATUS, "|status|state|estado|situacao|keadaan|");
    THE_REST.put(
        Use.SPLIT,
        "|split|set|subset|purpose|usedfor|conjunto|divisao|particao|uso|pembagian|bagian|kegunaan|");
    THE_REST.put(Use.RATING, "|stars|estrelas|bintang|");
    THE_REST.put(Use.ASSIGNEE, "|assignee|assignedto|responsavel|penanggungjawab|");
    THE_REST.put(
        Use.TAGS,
        "|tags|tag|labels|label|topics|topic|category|etiquetas|etiqueta|rotulos|marcadores|topico|categoria|tanda|topik|kategori|");
  }

  /** Beside a word for a speaker these tell that the column is about him, not what he says. */
  private static final String ABOUT_A_SPEAKER =
      "|name|id|email|mail|phone|date|time|number|code|type|status|rating|score|language|country|city|count"
          + "|nome|telefone|celular|data|hora|horario|numero|codigo|tipo|nota|idioma|pais|cidade|cpf|quantidade"
          + "|nama|surel|telepon|tanggal|waktu|jam|nomor|kode|jenis|skor|bahasa|negara|kota|jumlah|";

  private static final String NOTES =
      "|note|notes|nota|notas|observacao|observacoes|obs|anotacao|anotacoes|catatan|";

  private static final String RATINGS =
      "|rating|stars|nota|notas|avaliacao|estrelas|penilaian|nilai|bintang|";

  private HeaderWords() {}

  /** Whether it could stand above how many stars somebody gave. */
  static boolean isRating(String header) {
    return !header.isBlank() && RATINGS.contains("|" + PlacingWords.plain(header) + "|");
  }

  static boolean isNote(String header) {
    return NOTES.contains("|" + PlacingWords.plain(header) + "|") && !header.isBlank();
  }

  /** The use of a column of that name, if the name tells. */
  static Optional<Use> use(String header) {
    for (var words : List.of(WHAT_IS_SAID, WHO_SAYS_IT, THE_REST)) {
      var whole = find(words, header);
      if (whole.isPresent()) {
        return whole;
      }
    }
    String[] parts = header.split("[^\\p{L}\\p{N}]+");
    boolean about =
        Stream.of(parts)
            .map(PlacingWords::plain)
            .anyMatch(word -> !word.isEmpty() && ABOUT_A_SPEAKER.contains("|" + word + "|"));
    if (about) {
      return Optional.empty();
    }
    for (var words : List.of(WHAT_IS_SAID, WHO_SAYS_IT)) {
      for (String word : parts) {
        var part = find(words, word);
        if (part.isPresent()) {
          return part;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Use> find(Map<Use, String> words, String header) {
    String plain = PlacingWords.plain(header).replaceFirst("[0-9]+$", "");
    if (plain.isEmpty() || plain.length() > 40) {
      return Optional.empty();
    }
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().contains("|" + plain + "|"))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
