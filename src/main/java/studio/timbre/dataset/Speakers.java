package studio.timbre.dataset;

import java.util.Optional;
import studio.timbre.model.Role;

/** The words by which transcripts and tables say who speaks, in English, Portuguese and Indonesian. */
public final class Speakers {
  private static final String USERS =
      "|user|human|customer|client|guest|visitor|caller|buyer|member|student|patient|passenger|prompter|question|q|you"
          + "|usuario|usuaria|cliente|consumidor|consumidora|visitante|hospede|comprador|compradora|aluno|aluna|paciente|passageiro|passageira|pergunta|p|voce"
          + "|pengguna|pelanggan|klien|pembeli|tamu|pengunjung|konsumen|penanya|siswa|pasien|penumpang|nasabah|pertanyaan|tanya|t|anda|";

  private static final String ASSISTANTS =
      "|assistant|agent|bot|chatbot|ai|gpt|chatgpt|model|support|operator|advisor|representative|rep|staff|helper|answer|a|us|we"
          + "|assistente|atendente|agente|suporte|operador|operadora|consultor|consultora|vendedor|vendedora|robo|ia|resposta|r|nos"
          + "|asisten|agen|admin|petugas|dukungan|layanan|cs|penjual|konsultan|jawaban|jawab|j|kami|";

  private static final String SYSTEMS =
      "|system|instructions|instruction|sistema|instrucoes|instrucao|sistem|instruksi|";
  private static final String DEVELOPERS = "|developer|";
  private static final String TOOLS = "|tool|function|ferramenta|alat|";

  private Speakers() {}

  /** The role that a word stands for; empty for a word that names nobody. */
  public static Optional<Role> role(String word) {
    String plain = PlacingWords.plain(word);
    if (plain.isEmpty() || plain.length() > 40) {
      return Optional.empty();
    }
    String bare = plain.replaceFirst("[0-9]+$", "");
    String sought = "|" + bare + "|";
    if (USERS.contains(sought)) {
      return Optional.of(Role.USER);
    }
    if (ASSISTANTS.contains(sought)) {
      return Optional.of(Role.ASSISTANT);
    }
    if (SYSTEMS.contains(sought)) {
      return Optional.of(Role.SYSTEM);
    }
    if (DEVELOPERS.contains(sought)) {
      return Optional.of(Role.DEVELOPER);
    }
    return TOOLS.contains(sought) ? Optional.of(Role.TOOL) : Optional.empty();
  }
}
