package studio.timbre.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemTest {
  @ParameterizedTest
  @CsvSource({
    "parcel, parcels",
    "delivery, deliveries",
    "box, boxes",
    "roast, roasting",
    "roasted, roasting",
    "shipping, shipped",
    "price, prices",
    "kitchen, kitchens",
    "promoção, promoções",
    "pedido, pedidos",
    "moedor, moedores",
    "moído, moída",
    "café, cafés",
    "kopi, kopinya",
    "paketnya, paket",
    "lieferung, lieferungen",
    "flor, flores",
    "livraison, livraisons"
  })
  void formsOfAWordMeet(String one, String other) {
    assertThat(Stem.of(one)).isEqualTo(Stem.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "price, prize",
    "kenya, ken",
    "gas, ga",
    "glass, glas",
    "order, ordeal",
    "refund, refuse"
  })
  void otherWordsDoNot(String one, String other) {
    assertThat(Stem.of(one)).isNotEqualTo(Stem.of(other));
  }
}
