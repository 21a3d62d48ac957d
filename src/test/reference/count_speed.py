"""Conversations counted by tiktoken or by the Hugging Face tokenizer library; one JSON object on the last line. Profile bench.

Run: python count_speed.py tiktoken|tiktoken-batch FILE ENCODING      (TIKTOKEN_CACHE_DIR: see openai_cases.py)
     python count_speed.py tokenizers|tokenizers-batch FILE TOKENIZER.JSON
FILE: chat training lines. They are read and parsed 20,000 at a time; only the counting is timed.
tiktoken counts as OpenAI's cookbook does (3 a message, 3 a conversation, every role and content), each role once for all of its
messages; the tokenizer library counts roles and contents alone, as texts. -batch: both libraries' own way for many texts, on two threads.
"""
import json
import os
import sys
import time

os.environ["RAYON_NUM_THREADS"] = "2"
os.environ["TOKENIZERS_PARALLELISM"] = "true"
mode, file, name = sys.argv[1:4]
roles = {}


def tiktoken_counter():
    import tiktoken
    encoding = tiktoken.get_encoding(name)
    encode = encoding.encode_ordinary
    encode("warm")
    if mode.endswith("batch"):
        return lambda texts: sum(map(len, encoding.encode_ordinary_batch(texts, num_threads=2))), encode
    return lambda texts: sum(len(encode(text)) for text in texts), encode


def tokenizers_counter():
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(name)
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def one(text):
        return tokenizer.encode(text, add_special_tokens=False).ids
    if mode.endswith("batch"):
        return lambda texts: sum(len(e.ids) for e in tokenizer.encode_batch_fast(texts, add_special_tokens=False)), one
    return lambda texts: sum(len(one(text)) for text in texts), one


count, one = tiktoken_counter() if mode.startswith("tiktoken") else tokenizers_counter()
cookbook = mode.startswith("tiktoken")
seconds = cpu = 0.0
conversations = characters = tokens = 0


def chunk(lines):
    global seconds, cpu, conversations, characters, tokens
    texts = []
    around = 3 * len(lines) if cookbook else 0
    for line in lines:
        for message in json.loads(line)["messages"]:
            role = message["role"]
            if role not in roles:
                roles[role] = len(one(role))
            around += roles[role] + (3 if cookbook else 0)
            texts.append(message["content"])
    begin, busy = time.perf_counter(), time.process_time()
    tokens += count(texts)
    seconds += time.perf_counter() - begin
    cpu += time.process_time() - busy
    tokens += around
    conversations += len(lines)
    characters += sum(map(len, texts))


with open(file, encoding="utf-8") as lines:
    held = []
    for line in lines:
        held.append(line)
        if len(held) == 20_000:
            chunk(held)
            held = []
    if held:
        chunk(held)
print(json.dumps({"conversations": conversations, "characters": characters, "tokens": tokens, "seconds": seconds, "cpu": cpu}))
