package studio.timbre.store;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * Conversations of a shop with its customers in English, Portuguese and Indonesian, the same at every run: of six topics, some asked ten
 * times as often as others, now and then with an address or a telephone number, and one in twenty nearly the same as one before.
 */
public final class SpokenTalks implements Iterator<Conversation> {
  private static final int SENTENCES = 5;

  /** Of a language: what is asked, then how it is answered, in four parts that all go together. */
  private record Tongue(
      List<String> things,
      List<List<String>> questions,
      List<String> first,
      List<String> second,
      List<String> third,
      List<String> fourth) {}

  private static final List<Tongue> TONGUES = List.of(english(), portuguese(), indonesian());

  private final Random random;
  private String lastAnswer = "We are here for you.";
  private String lastQuestion = "Hello?";

  public SpokenTalks(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Conversation next() {
    int kind = random.nextInt(10);
    var tongue = TONGUES.get(kind < 6 ? 0 : kind < 9 ? 1 : 2);
    boolean twin = random.nextInt(20) == 0;
    if (!twin) {
      lastQuestion = question(tongue);
      lastAnswer = answer(tongue);
    }
    String more = twin ? " " + one(tongue.fourth) + "." : "";
    return Conversation.of(
        Message.of(Role.SYSTEM, "Warm and brief, house style " + random.nextInt(8) + "."),
        Message.of(Role.USER, lastQuestion),
        Message.of(Role.ASSISTANT, lastAnswer + more));
  }

  private String question(Tongue tongue) {
    // The first topic has half of all questions, the next half of the rest.
    int topic = Math.min(5, Integer.numberOfTrailingZeros(random.nextInt(64) | 32));
    String asked = one(tongue.questions.get(topic)).replace("%", one(tongue.things));
    return switch (random.nextInt(40)) {
      case 0 -> asked + " maria.souza" + random.nextInt(10_000) + "@gmail.com";
      case 1 -> asked + " (11) 9" + (1000 + random.nextInt(9000)) + "-4417";
      default -> asked + " " + (10_000 + random.nextInt(900_000));
    };
  }

  private String answer(Tongue tongue) {
    var answer = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      answer
          .append(one(tongue.first))
          .append(' ')
          .append(one(tongue.second))
          .append(' ')
          .append(one(tongue.things))
          .append(' ')
          .append(one(tongue.third))
          .append(' ')
          .append(one(tongue.fourth))
          .append(i == 2 ? " " + (1 + random.nextInt(90)) : "")
          .append(". ");
    }
    return answer.toString().strip();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> words(String comma) {
    return List.of(comma.split(", "));
  }

  private static Tongue english() {
    return new Tongue(
        words(
            "the blue kettle, the oat milk, the small lamp, the winter coat, the gift card, the wooden chair, the bread"
                + " knife, the garden hose, the red bicycle, the travel mug, the desk clock, the rain boots"),
        List.of(
            List.of("Where is my order with %?", "When will the parcel with % be delivered?"),
            List.of("Can I return % and get a refund?", "How do I send % back for a refund?"),
            List.of("Why was my card charged twice for %?", "The payment for % failed, why?"),
            List.of("I forgot my password and want to buy %", "How do I change my account login?"),
            List.of("Do you have % in another size?", "Which colour and size of % fits me?"),
            List.of("Is there a warranty on %?", "% is broken, does the warranty cover repair?")),
        words(
            "We are glad to say that, As you asked us, From what we can see, By the end of the week, If it is fine with"
                + " you, Before you go, As a small thank you, Once the rain is over, With a bit of luck"),
        words(
            "our people at the harbour have packed, the driver will bring, you can pick up, we have set aside, my"
                + " colleague is looking for, the workshop has mended, a neighbour may take, we will send you"),
        words(
            "and it should be with you, so you can use it, and you will hear from us, which is ready, and the note says"
                + " that it waits, but it may take, and we will let you know"),
        words(
            "in the morning, by Friday at the latest, within three days, before the weekend, after the holidays, at the"
                + " counter near the door, with the usual post, as soon as the ship is in, in about"));
  }

  private static Tongue portuguese() {
    return new Tongue(
        words(
            "a chaleira azul, o leite de aveia, a luminária pequena, o casaco de inverno, o cartão-presente, a cadeira"
                + " de madeira, a faca de pão, a mangueira do jardim, a bicicleta vermelha, a caneca de viagem"),
        List.of(
            List.of("Onde está o meu pedido com %?", "Quando chega a entrega com %?"),
            List.of("Posso devolver % e receber o reembolso?", "Como faço a devolução de %?"),
            List.of("Por que meu cartão foi cobrado duas vezes por %?", "O pagamento de % falhou?"),
            List.of("Esqueci minha senha e quero comprar %", "Como mudo o acesso da minha conta?"),
            List.of("Vocês têm % em outro tamanho?", "Qual cor e tamanho de % me serve?"),
            List.of("Existe garantia para %?", "% quebrou, a garantia cobre o conserto?")),
        words(
            "Ficamos felizes em dizer que, Como você pediu, Pelo que vemos aqui, Até o fim da semana, Se estiver tudo"
                + " bem para você, Antes de ir, Como um pequeno agradecimento, Assim que a chuva passar"),
        words(
            "nossa equipe do porto embalou, o motorista vai levar, você pode retirar, nós separamos, minha colega está"
                + " procurando, a oficina consertou, um vizinho pode receber, nós vamos enviar"),
        words(
            "e isso deve chegar até você, para que você possa usar, e você terá notícias nossas, que já está pronto,"
                + " e o bilhete diz que espera, mas pode demorar, e nós avisamos você"),
        words(
            "pela manhã, até sexta no máximo, em três dias, antes do fim de semana, depois do feriado, no balcão perto"
                + " da porta, com o correio de sempre, assim que o navio chegar, em cerca de"));
  }

  private static Tongue indonesian() {
    return new Tongue(
        words(
            "ketel biru, susu gandum, lampu kecil, jaket musim dingin, kartu hadiah, kursi kayu, pisau roti, selang"
                + " kebun, sepeda merah, gelas perjalanan, jam meja, sepatu hujan"),
        List.of(
            List.of("Di mana pesanan saya dengan %?", "Kapan paket dengan % dikirim?"),
            List.of("Bisakah saya mengembalikan % dan uang kembali?", "Bagaimana pengembalian %?"),
            List.of("Mengapa kartu saya ditagih dua kali untuk %?", "Pembayaran % gagal, mengapa?"),
            List.of("Saya lupa kata sandi dan ingin membeli %", "Bagaimana mengganti akun saya?"),
            List.of("Apakah ada % ukuran lain?", "Warna dan ukuran % mana yang cocok?"),
            List.of("Apakah ada garansi untuk %?", "% rusak, apakah garansi menanggung?")),
        words(
            "Kami senang bahwa, Seperti yang Anda minta, Dari yang kami lihat, Sampai akhir minggu ini, Jika Anda tidak"
                + " keberatan, Sebelum Anda pergi, Sebagai ucapan terima kasih, Setelah hujan reda"),
        words(
            "tim kami di pelabuhan sudah mengemas, kurir akan membawa, Anda bisa mengambil, kami menyisihkan, rekan"
                + " saya sedang mencari, bengkel sudah memperbaiki, tetangga boleh menerima, kami akan mengirim"),
        words(
            "dan itu akan sampai kepada Anda, jadi Anda bisa memakainya, dan kami akan memberi kabar, yang sudah siap,"
                + " dan catatan itu menunggu, tetapi bisa memakan waktu, dan kami akan memberi tahu"),
        words(
            "di pagi hari, paling lambat hari Jumat, dalam tiga hari, sebelum akhir pekan, setelah liburan, di meja"
                + " dekat pintu, dengan pos biasa, segera setelah kapal tiba, dalam sekitar"));
  }
}
