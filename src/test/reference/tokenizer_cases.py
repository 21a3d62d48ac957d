"""10,000 odd strings with the ids of the SmolLM2 tokenizer, and id sequences with their text.

Run: python tokenizer_cases.py         (needs the model file, see common.py)
Writes tokenizer-cases.jsonl.gz   {"s": text, "ids": [...]} and "d": decoded text where it is not the text itself;
                                  special tokens are found in the text, nothing is added
       tokenizer-decode.jsonl.gz  {"ids": [...], "all": text with special tokens, "plain": text without them}
       tokenizer-summary.json     counts, and how many of the strings transformers' own reading of the GGUF cuts otherwise

The reference is the tokenizer that common.true_tokenizer builds. Every code point used is assigned in Unicode 14, or is a
noncharacter or lies in an unused plane, so that a younger Unicode version at either side changes nothing.
"""
import random
import sys
import unicodedata

from common import GGUF_FILE, MODELS, field, true_tokenizer, write_json, write_jsonl_gz

COUNT = 10_000
R = random.Random(135)
SPECIAL = field("tokenizer.ggml.tokens")[:17]

RANGES = {
    "latin": (0x20, 0x24F), "ipa": (0x250, 0x2FF), "greek": (0x370, 0x3FF), "cyrillic": (0x400, 0x52F), "armenian": (0x530, 0x58F),
    "hebrew": (0x590, 0x5FF), "arabic": (0x600, 0x6FF), "syriac": (0x700, 0x74F), "thaana": (0x780, 0x7BF), "nko": (0x7C0, 0x7FF),
    "devanagari": (0x900, 0x97F), "bengali": (0x980, 0x9FF), "gurmukhi": (0xA00, 0xA7F), "gujarati": (0xA80, 0xAFF),
    "tamil": (0xB80, 0xBFF), "telugu": (0xC00, 0xC7F), "kannada": (0xC80, 0xCFF), "malayalam": (0xD00, 0xD7F), "sinhala": (0xD80, 0xDFF),
    "thai": (0xE00, 0xE7F), "lao": (0xE80, 0xEFF), "tibetan": (0xF00, 0xFFF), "myanmar": (0x1000, 0x109F), "georgian": (0x10A0, 0x10FF),
    "hangul-jamo": (0x1100, 0x11FF), "ethiopic": (0x1200, 0x137F), "cherokee": (0x13A0, 0x13FF), "canadian": (0x1400, 0x167F),
    "ogham": (0x1680, 0x169F), "runic": (0x16A0, 0x16FF), "khmer": (0x1780, 0x17FF), "mongolian": (0x1800, 0x18AF),
    "phonetic": (0x1D00, 0x1DFF), "latin-more": (0x1E00, 0x1EFF), "greek-more": (0x1F00, 0x1FFF), "punctuation": (0x2000, 0x206F),
    "super-sub": (0x2070, 0x209F), "currency": (0x20A0, 0x20CF), "letterlike": (0x2100, 0x214F), "number-forms": (0x2150, 0x218F),
    "arrows": (0x2190, 0x21FF), "mathematics": (0x2200, 0x22FF), "technical": (0x2300, 0x23FF), "enclosed": (0x2460, 0x24FF),
    "boxes": (0x2500, 0x25FF), "dingbats": (0x2600, 0x27BF), "braille": (0x2800, 0x28FF), "glagolitic": (0x2C00, 0x2C5F),
    "cjk-punctuation": (0x3000, 0x303F), "hiragana": (0x3040, 0x309F), "katakana": (0x30A0, 0x30FF), "bopomofo": (0x3100, 0x312F),
    "cjk-enclosed": (0x3200, 0x33FF), "cjk": (0x4E00, 0x9FFF), "yi": (0xA000, 0xA4CF), "vai": (0xA500, 0xA63F), "hangul": (0xAC00, 0xD7A3),
    "private": (0xE000, 0xE0FF), "presentation": (0xFB00, 0xFDFF), "full-width": (0xFF00, 0xFFEF), "specials": (0xFFF0, 0xFFFF),
    "linear-b": (0x10000, 0x100FA), "gothic": (0x10330, 0x1034F), "cuneiform": (0x12000, 0x123FF), "cuneiform-numbers": (0x12400, 0x1246F),
    "hieroglyphs": (0x13000, 0x1342F), "mathematical": (0x1D400, 0x1D7FF), "playing-cards": (0x1F0A0, 0x1F0FF), "emoji": (0x1F300, 0x1F64F),
    "transport": (0x1F680, 0x1F6FF), "emoji-more": (0x1F900, 0x1F9FF), "cjk-b": (0x20000, 0x2A6DF), "unused-plane-4": (0x40000, 0x400FF),
    "unused-plane-9": (0x90000, 0x900FF), "tags": (0xE0001, 0xE007F), "selectors": (0xE0100, 0xE01EF), "private-16": (0x100000, 0x1000FF),
}
FREE = {"private", "unused-plane-4", "unused-plane-9", "private-16"}


def pool(name):
    lo, hi = RANGES[name]
    if name in FREE:
        return [chr(c) for c in range(lo, hi + 1)]
    return [chr(c) for c in range(lo, hi + 1) if unicodedata.category(chr(c)) not in ("Cn", "Cs") or c in (0xFFFE, 0xFFFF)]


POOLS = {n: pool(n) for n in RANGES}
NUMERIC = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) in ("Nd", "Nl", "No")]
MARKS = [chr(c) for c in range(0x300, 0x370)] + ["\u20dd", "\u20e3", "\u0903", "\u093e", "\u1ab0", "\ufe0f", "\ufe0e", "\u0e31"]
SPACES = [" ", "\t", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\xa0", "\u1680", "\u2000", "\u2003", "\u2009", "\u200a", "\u2028",
          "\u2029", "\u202f", "\u205f", "\u3000", "\u180e", "\u200b", "\ufeff", "\x1c", "\x1d", "\x1e", "\x1f"]
EMOJI = ["\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466", "\U0001F3F4\u200d\u2620\ufe0f", "\U0001F1E7\U0001F1F7",
         "\U0001F1EE\U0001F1E9", "\U0001F44D\U0001F3FD", "\u2764\ufe0f\u200d\U0001F525", "\U0001F9D1\U0001F3FF\u200d\U0001F680",
         "1\ufe0f\u20e3", "#\ufe0f\u20e3", "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "\u2615", "\u2615\ufe0f",
         "\U0001F9A2", "\U0001F600", "\u263a", "\U0001FAE0", "\U0001F469\U0001F3FB\u200d\u2764\ufe0f\u200d\U0001F48B\u200d\U0001F468\U0001F3FE"]
WORDS = ("the of and harbour kettle Gull roast café naïve coöperate façade straße Ångström smörgåsbord über jalapeño Żółw İstanbul ﬁnd "
         "don't won't I'm we're they've she'll he'd it's IT'S DON'T 'tis rock'n'roll o'clock '' 's 'S 'll' ''re ’s ’re "
         "supercalifragilisticexpialidocious HTTPServer snake_case kebab-case camelCase __init__ e.g. i.e. U.S.A. C++ C# F# .NET node.js "
         "olá não você coração ações xícara pão terima kasih selamat pagi kopi cangkir berikutnya "
         "привет мир нет да здравствуйте γειά σου κόσμε שלום עולם مرحبا بالعالم नमस्ते दुनिया สวัสดีชาวโลก 你好世界 こんにちは 세계 "
         "аbc раypal ＡＢＣ １２３ ½ ¼ x² H₂O №5 ④ Ⅷ ٣٤٥ ۷۸ १२३ ๑๒๓ 〇 十二 ㊿").split(" ")
CODE = ["def f(x, *, y=1_000):\n    return x ** y  # ok\n", "for (int i = 0; i < n; ++i) {\n\t\ta[i] = b[i] * 0x1F;\n}\n", "SELECT * FROM t WHERE a <> 'b' AND c >= 10;",
        "<div class=\"a b\">&nbsp;x &lt; 10</div>", "{\"a\": [1, 2.50, -3e-10, null, true], \"b\\n\": \"\\u00e9\"}", "git commit -m \"x\" && ls -la | grep '^d' > /dev/null 2>&1",
        "let v: Vec<Option<&'a str>> = vec![None; 16];", "\\frac{\\partial f}{\\partial x_{12}} = \\sum_{i=1}^{n} \\alpha_i^2", "| a | b |\n|---|:-:|\n| 1 | 22 |\n",
        "#!/usr/bin/env bash\nset -euo pipefail\n", "x = lambda s: re.sub(r'\\s+(?!\\S)', ' ', s)", "https://example.org/a/b?c=1&d=%20e#f-10", "me+you@example.co.uk",
        "public static void main(String... args) {\n        var x = 1__0;\n}", "$$E=mc^2$$", "~~~\n```java\n```\n", "if(a&&b||!c)===>=<=!=?:;;..,,", "100%|██████████| 272/272 [00:03<00:00, 86.13it/s]"]
LOOKALIKES = ["<|im_end|", "|im_end|>", "<|im_end |>", "<|IM_END|>", "<im_end>", "<|im_start|", "<<|im_start|>>", "<|im_<|im_end|>end|>", "<|endoftext", "<endoftext>",
              "<repo_name", "repo_name>", "<repo name>", "<filename>x.py<filename>", "<file_sep><file_sep>", "<|im_start|>system", "<|im_start|> user", "<|im_end|>\n",
              "<|im_end|>\n\n", "<|fim_prefix|>", "<s>", "</s>", "[INST]", "<pad>", "<unk>", "<|end|>", "＜|im_end|＞", "<|im_end|>\u0301", "<\u200b|im_end|>"]


def number():
    return R.choice([lambda: str(R.randrange(10 ** R.randrange(1, 15))), lambda: f"{R.random() * 10 ** R.randrange(6):,.2f}", lambda: f"{R.randrange(1, 29)}/{R.randrange(1, 13)}/{R.randrange(1900, 2100)}",
                     lambda: f"{R.randrange(24):02d}:{R.randrange(60):02d}", lambda: f"£{R.randrange(100)}.{R.randrange(100):02d}", lambda: hex(R.getrandbits(40)), lambda: f"+{R.randrange(99)} ({R.randrange(999)}) {R.randrange(9999)}-{R.randrange(9999)}",
                     lambda: "".join(R.choice(NUMERIC) for _ in range(R.randrange(1, 7))), lambda: f"{R.randrange(10)}{R.choice('²³¹½¼¾')}"])()


def spaces():
    one = R.choice(SPACES)
    return R.choice([lambda: " " * R.randrange(1, 40), lambda: one * R.randrange(1, 6), lambda: "".join(R.choice(SPACES) for _ in range(R.randrange(1, 9))),
                     lambda: "\n" * R.randrange(1, 9), lambda: " \n" * R.randrange(1, 5), lambda: "\t" * R.randrange(1, 9), lambda: "\n" + " " * R.randrange(1, 17)])()


def script():
    p = POOLS[R.choice(list(POOLS))]
    n = R.randrange(1, 14)
    return "".join(R.choice(p) for _ in range(n)) if R.random() < 0.6 else " ".join("".join(R.choice(p) for _ in range(R.randrange(1, 6))) for _ in range(R.randrange(1, 5)))


def marked():
    out = ""
    for _ in range(R.randrange(1, 8)):
        out += R.choice("aeioun AEIZ 1कกا") + "".join(R.choice(MARKS) for _ in range(R.randrange(0, 4)))
    return unicodedata.normalize(R.choice(["NFC", "NFD"]), out) if R.random() < 0.5 else out


def control():
    return "".join(R.choice([chr(R.randrange(0x20)), chr(R.randrange(0x7F, 0xA0)), chr(R.randrange(0x20, 0x7F)), R.choice(["\u200e", "\u200f", "\u202e", "\u2066", "\u2069", "\xad", "\u061c"])]) for _ in range(R.randrange(1, 16)))


def rtl():
    return R.choice(["", "\u202b", "\u2067", "\u200f"]) + " ".join("".join(R.choice(POOLS[R.choice(["hebrew", "arabic", "presentation", "syriac"])]) for _ in range(R.randrange(1, 7))) for _ in range(R.randrange(1, 6))) + R.choice(["", "\u202c", "\u2069", " 123", " abc"])


def any_point():
    out = []
    while len(out) < R.randrange(1, 12):
        c = chr(R.choice([R.randrange(0x80), R.randrange(0x800), R.randrange(0x10000), R.randrange(0x20000)]))
        if unicodedata.category(c) not in ("Cn", "Cs"):
            out.append(c)
    return "".join(out)


def words():
    return R.choice([" ", " ", " ", "", "  ", "\n", "-", "_", ", ", "/"]).join(R.choice(WORDS) for _ in range(R.randrange(1, 12)))


def punctuation():
    return "".join(R.choice("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~…–—«»“”‘’¿¡·•§¶†‡°±×÷¬¦") for _ in range(R.randrange(1, 20)))


def chat():
    return "".join(f"<|im_start|>{R.choice(['system', 'user', 'assistant', 'tool', ''])}\n{words()}<|im_end|>\n" for _ in range(R.randrange(1, 4)))


KINDS = [(words, 14), (number, 10), (spaces, 8), (script, 18), (marked, 6), (control, 6), (rtl, 4), (any_point, 6), (punctuation, 6),
         (lambda: R.choice(EMOJI) * R.randrange(1, 3), 7), (lambda: R.choice(CODE), 6), (lambda: R.choice(SPECIAL), 4), (lambda: R.choice(LOOKALIKES), 4), (chat, 2)]


def piece():
    return R.choices([k for k, _ in KINDS], [n for _, n in KINDS])[0]()


def strings():
    fixed = ["", " ", "  ", "\n", "\n\n", " \n ", "0", "a", "\x00", "\x04", "a\x04b", "!\x04!", "the\x06re", "\x13\x14\x16\x1d", "\U00040000", "\U000BFFFF", "\U0010FFFF", "\uffff", "\ufffd",
             "Hello world 2024  5\n\n", "  5", "   12", "\t\t7", "x  ½", " ½", "²³", "½½", " ٣٤", "a1b2c3", "1 2  3   4", "don't DON'T", "<|im_start|>user\nHi<|im_end|>\n", " <|im_end|> x",
             "a" * 5000, " " * 3000, "9" * 2000, "ab " * 1500, "\u4e2d" * 1200, "\U0001F469\u200d" * 400, "!" * 4000, "\n" * 1000, "e\u0301" * 1000, "aA" * 1500,
             "supercalifragilistic" * 60, "\x04" * 500, "\U00040000" * 200] + EMOJI + WORDS + CODE + LOOKALIKES + SPECIAL + SPACES
    seen = dict.fromkeys(fixed)
    while len(seen) < COUNT:
        n = R.choices([1, 2, 3, 4, 6, 10, 40], [30, 25, 18, 12, 9, 5, 0.4])[0]
        seen.setdefault("".join(piece() + (" " if R.random() < 0.25 else "") for _ in range(n)))
    return list(seen)


def main():
    tok = true_tokenizer()
    rows, back, unlike = [], 0, []
    texts = strings()
    other = None
    if "--no-transformers" not in sys.argv:
        from transformers import AutoTokenizer
        assert not (MODELS / "tokenizer.json").exists(), "transformers would read tokenizer.json beside the GGUF"
        other = AutoTokenizer.from_pretrained(str(MODELS), gguf_file=GGUF_FILE)
    for s in texts:
        ids = tok.encode(s, add_special_tokens=False).ids
        row = {"s": s, "ids": ids}
        d = tok.decode(ids, skip_special_tokens=False)
        if d == s:
            back += 1
        else:
            row["d"] = d
        if other is not None and other(s, add_special_tokens=False)["input_ids"] != ids:
            unlike.append(s)
        rows.append(row)
    write_jsonl_gz("tokenizer-cases.jsonl.gz", rows)

    many = []
    flat = [i for r in rows for i in r["ids"]]
    for n in range(2000):
        if n % 2:
            at = R.randrange(len(flat) - 60)
            ids = flat[at:at + R.randrange(1, 60)]                      # a window: may begin and end inside a character
        else:
            ids = [R.choice([R.randrange(49152), R.randrange(252), R.randrange(400)]) for _ in range(R.randrange(1, 20))]
        many.append({"ids": ids, "all": tok.decode(ids, skip_special_tokens=False), "plain": tok.decode(ids, skip_special_tokens=True)})
    write_jsonl_gz("tokenizer-decode.jsonl.gz", many)

    summary = {"strings": len(rows), "tokens": len(flat), "characters": sum(len(s) for s in texts), "longest": max(len(r["ids"]) for r in rows),
               "decodesToItself": back, "decodeCases": len(many),
               "decodeCasesWithReplacement": sum("\ufffd" in r["all"] for r in many)}
    if other is not None:
        summary["transformersFromGgufDiffers"] = len(unlike)
        summary["transformersFromGgufDiffersExamples"] = sorted(unlike, key=len)[:12]
    write_json("tokenizer-summary.json", summary)


if __name__ == "__main__":
    main()
