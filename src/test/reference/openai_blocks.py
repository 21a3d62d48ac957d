"""Digests of the ids of OpenAI's cl100k_base and o200k_base, by tiktoken, over far more texts than could be stored.

Run: TIKTOKEN_CACHE_DIR=<folder> python openai_blocks.py        (see openai_cases.py for the folder)
Writes openai-blocks.json:
  parts       what the random texts are made of
  points      every character of Unicode in five places of a text: a digest for each 4,096 characters
  random      50,000 texts of 1 to 40 parts, drawn by java.util.Random (written out below): a digest for each 500
  runs        one part, a hundred thousand or a million times: how many ids, and their digest
A digest is the first 16 hexadecimal digits of the SHA-256 of the ids as little-endian 32-bit numbers, -1 behind each text.
"""
import hashlib
import json
import struct
import time

import tiktoken

from pathlib import Path

OUT = Path(__file__).resolve().parents[3] / "src/test/resources/reference"

PARTS = [
    # letters of every case, and words of many scripts
    "a", "B", "straße", "Œuvre", "NASA", "iPhone", "camelCase", "XMLHttp", "ação", "não", "coração", "tidak", "terima kasih",
    "ǅ", "ǈ", "ʰ", "ʼ", "ª", "º", "ﬁ", "ß", "ẞ", "İ", "ı", "ſ", "K", "Ω", "Привет", "МИР", "γειά", "ΣΑΣ", "שלום", "مرحبا",
    "नमस्ते", "สวัสดี", "你好", "世界", "こんにちは", "カタカナ", "안녕", "ქართული", "Ქ", "Ꭰ", "ꭰ", "ᏸ", "አማርኛ", "தமிழ்", "ខ្មែរ", "བོད",
    "𝔸", "𝒶", "𐐀", "𐐨", "𞤀", "𠀀", "𝟘", "🄰",
    # marks, alone and behind others
    "\u0301", "\u0308", "e\u0301", "\u20dd", "\u0903", "\u0e31", "\ufe0f", "\U000e0100", "\u1ab0", "\u200d",
    # numbers
    "1", "42", "123", "1234", "3.14", "1,000", "٣", "२", "½", "²", "Ⅷ", "ⅷ", "㊿", "𝟙",
    # white space of every kind, and what only looks like it
    " ", "  ", "   ", "\t", "\n", "\n\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u00a0", "\u1680", "\u180e",
    "\u2003", "\u200b", "\u2028", "\u2029", "\u202f", "\u205f", "\u2060", "\u3000", "\ufeff", "\0", "\x7f", "\xad",
    # punctuation and symbols
    ".", ",", "!", "?", "...", "…", "-", "—", "/", "//", "\n/", "\\", "_", "(", ")", "[]", "{}", "\"", "“", "”", "«", "$", "R$", "€",
    "%", "#", "@", "&", "*", "**", "+", "=", "<", ">", "|", "~", "^", "`", "©", "™", "→", "■", "。", "、", "！", "؟", "।",
    # what is cut off the end of a word
    "'", "''", "'s", "'S", "'ſ", "'t", "'T", "'re", "'RE", "'rE", "'ve", "'VE", "'m", "'M", "'ll", "'LL", "'lL", "'d", "'D",
    "’s", "'r", "'l", "'v", "don't", "I'M", "L'été", "d'",
    # symbols of many parts, half a pair, characters that are none, special marks
    "🙂", "👩🏽‍💻", "👨‍👩‍👧‍👦", "🇧🇷", "🏴\U000e0067\U000e0062\U000e007f", "1️⃣", "❤️", "\ud83d", "\ude00", "\ude00\ud83d",
    "\ufffd", "\uffff", "\U0010ffff", "\ue000", "\u0378", "\U000e0001",
    "<|endoftext|>", "<|endofprompt|>", "<|im_start|>", "<|fim_prefix|>", "<s>", "[INST]",
    "https://example.com/a?b=c", "ana@example.com", "   - ", "| --- |", "```python\n", "    return x\n", "\\u00e9", "\\n",
]
PLACES = ["a%sb", " %s", "%s%s", "A%s1%s\n", "%s's %sX"]
RUNS = ["a", "A", "é", "あ", "😀", "\u0301", "!", "0", " ", "\n", "\t", "\r\n", " \n", "ab", "Ab", "aB ", "a'", "A\u0301", "\u00a0",
        "あA", "\ud83d", "/", "\n/", "=-", "xyz", "1a", " a", "'s"]


class JavaRandom:
    def __init__(self, seed):
        self.seed = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def next(self, bits):
        self.seed = (self.seed * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        value = self.seed >> (48 - bits)
        return value - (1 << bits) if value >= 1 << (bits - 1) else value

    def next_int(self, bound):
        r = self.next(31 + 1) >> 1 & 0x7FFFFFFF
        m = bound - 1
        if bound & m == 0:
            return bound * r >> 31
        u = r
        while True:
            r = u % bound
            if u - r + m < 1 << 31:
                return r
            u = self.next(32) >> 1 & 0x7FFFFFFF


class Digest:
    def __init__(self):
        self.hash = hashlib.sha256()

    def add(self, ids):
        self.hash.update(struct.pack("<%di" % (len(ids) + 1), *ids, -1))

    def text(self):
        return self.hash.hexdigest()[:16]


def points(encoding):
    digests = []
    for block in range(0, 0x110000, 0x1000):
        digest = Digest()
        for point in range(block, block + 0x1000):
            if not 0xD800 <= point < 0xE000:
                for place in PLACES:
                    digest.add(encoding.encode_ordinary(place.replace("%s", chr(point))))
        digests.append(digest.text())
    return digests


def random_texts(encoding):
    random = JavaRandom(5)
    digests = []
    for _ in range(100):
        digest = Digest()
        for _ in range(500):
            digest.add(encoding.encode_ordinary("".join(
                PARTS[random.next_int(len(PARTS))] for _ in range(1 + random.next_int(40)))))
        digests.append(digest.text())
    return digests


def runs(encoding):
    found = []
    for part, times in [(part, 100_000) for part in RUNS] + [(part, 1_000_000) for part in "aZ 漢"]:
        begin = time.time()
        try:
            ids = encoding.encode_ordinary(part * times)
        except BaseException as e:  # a panic: a million spaces are too many for its regular expressions
            print(repr(part), times, e)
            continue
        digest = Digest()
        digest.add(ids)
        found.append({"part": part, "times": times, "count": len(ids), "digest": digest.text()})
        print(repr(part), len(ids), round(time.time() - begin, 2), "s")
    return found


report = {"parts": PARTS, "places": PLACES}
for name in ["cl100k_base", "o200k_base"]:
    encoding = tiktoken.get_encoding(name)
    report[name] = {"points": points(encoding), "random": random_texts(encoding), "runs": runs(encoding)}
text = json.dumps(report, ensure_ascii=True, separators=(",", ":")) + "\n"
(OUT / "openai-blocks.json").write_text(text, encoding="utf-8")
print(len(text))
