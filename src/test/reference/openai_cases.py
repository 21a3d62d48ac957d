"""Ids of OpenAI's cl100k_base and o200k_base, by tiktoken, for every fifth of the strings of tokenizer_cases.py.

Run: TIKTOKEN_CACHE_DIR=<folder> python openai_cases.py        (after tokenizer_cases.py)
tiktoken loads its tables from the network; offline, the folder must hold them under the names tiktoken gives them
(the litellm package carries both tables in litellm/litellm_core_utils/tokenizers; tiktoken checks their sha256).
Writes openai-cases.jsonl.gz   {"s": text, "cl100k": [...], "o200k": [...]}; special tokens are taken as plain text
"""
import gzip
import json

import tiktoken

from common import OUT, write_jsonl_gz

encodings = {"cl100k": tiktoken.get_encoding("cl100k_base"), "o200k": tiktoken.get_encoding("o200k_base")}
rows = []
with gzip.open(OUT / "tokenizer-cases.jsonl.gz") as f:
    for n, line in enumerate(f):
        if n % 5 == 0:
            s = json.loads(line)["s"]
            rows.append({"s": s, **{k: e.encode_ordinary(s) for k, e in encodings.items()}})
write_jsonl_gz("openai-cases.jsonl.gz", rows)
print({k: sum(len(r[k]) for r in rows) for k in encodings})
