"""Shared by the reference scripts: paths, the SmolLM2 tokenizer built from the GGUF file, small helpers.

The reference scripts need the model file SmolLM2-135M-Instruct.Q4_1.gguf; name its folder in the environment variable
TIMBRE_MODELS. They write their figures to src/test/resources/reference.
"""
import gzip
import io
import json
import os
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

ROOT = Path(__file__).resolve().parents[3]
OUT = ROOT / "src/test/resources/reference"
SAMPLE = Path(os.environ.get("TIMBRE_SAMPLE", ROOT / "src/main/resources/studio/timbre/sample"))
if "TIMBRE_MODELS" not in os.environ:
    raise SystemExit("Set TIMBRE_MODELS to the folder that holds SmolLM2-135M-Instruct.Q4_1.gguf")
MODELS = Path(os.environ["TIMBRE_MODELS"])
GGUF_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
GGUF_PATH = MODELS / GGUF_FILE

_reader = None


def reader():
    """The GGUF reader of the model file (opened once, memory-mapped)."""
    global _reader
    if _reader is None:
        import gguf
        _reader = gguf.GGUFReader(str(GGUF_PATH))
    return _reader


def field(name):
    return reader().fields[name].contents()


def chat_template():
    return field("tokenizer.chat_template")


def true_tokenizer():
    """The tokenizer SmolLM2 was trained with, from the vocabulary and merges that the GGUF file carries.

    Equal to the tokenizer.json of the model: no normalizer; Digits(individual_digits) and then ByteLevel with the GPT-2
    expression; BPE without unknown token and without byte fallback (a byte whose character is not in the vocabulary is
    dropped); special tokens found in the raw text before everything else.
    """
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    tokens = field("tokenizer.ggml.tokens")
    types = field("tokenizer.ggml.token_type")
    merges = [tuple(m.split(" ")) for m in field("tokenizer.ggml.merges")]
    vocab = {t: i for i, t in enumerate(tokens)}
    tok = Tokenizer(models.BPE(vocab=vocab, merges=merges, unk_token=None, fuse_unk=False, byte_fallback=False))
    tok.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Digits(individual_digits=True),
        pre_tokenizers.ByteLevel(add_prefix_space=False, trim_offsets=True, use_regex=True)])
    tok.decoder = decoders.ByteLevel(add_prefix_space=True, trim_offsets=True, use_regex=True)
    tok.add_special_tokens([AddedToken(t, single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
                            for t, k in zip(tokens, types) if k == 3])
    return tok


def write_json(name, value, indent=1):
    OUT.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
    (OUT / name).write_text(text, encoding="utf-8")
    print(name, len(text.encode()), "bytes")


def write_jsonl_gz(name, rows):
    """Gzip JSON lines, ASCII, byte for byte the same on every run (no time stamp, no name in the header)."""
    OUT.mkdir(parents=True, exist_ok=True)
    raw = "".join(json.dumps(r, ensure_ascii=True, separators=(",", ":")) + "\n" for r in rows).encode("ascii")
    buf = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buf, mtime=0, compresslevel=9) as g:
        g.write(raw)
    (OUT / name).write_bytes(buf.getvalue())
    print(name, len(raw), "bytes,", len(buf.getvalue()), "bytes gzip")


def read_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


# ---- answers -------------------------------------------------------------------------------------------------------------

END = "<|im_end|>"


def render(messages, add_generation_prompt=False):
    """The model's chat template in plain Python (chat_template.py checks the template itself against the ids of this)."""
    text = ""
    if messages[0]["role"] != "system":
        text += "<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n"
    for m in messages:
        text += f"<|im_start|>{m['role']}\n{m['content']}{END}\n"
    return text + ("<|im_start|>assistant\n" if add_generation_prompt else "")


def answer_spans(messages):
    """Character spans [from, to) of the answers in the rendered text: content and the end-of-turn token after it."""
    spans = []
    for n, m in enumerate(messages):
        if m["role"] == "assistant":
            head = len(render(messages[:n])) if n else len(render([m])) - len(f"<|im_start|>assistant\n{m['content']}{END}\n")
            start = head + len("<|im_start|>assistant\n")
            spans.append([start, start + len(m["content"]) + len(END)])
    return spans


def answer_mask(tok, text, spans):
    """For each token of the text: is it an answer token?

    Answer tokens of an assistant message: the tokens of its content and the end-of-turn token <|im_end|> after it; not the
    newline after that, not the header "<|im_start|>assistant\n". A token belongs to the answer when its first character lies
    within the span. (Where the content begins with white space, the header's newline may share a token with it: that token
    begins before the span and does not count.)
    """
    offsets = tok.encode(text, add_special_tokens=False).offsets
    return [any(a <= s < b for a, b in spans) for s, _ in offsets]
