"""Rendered conversations: the model's own template with ids, and other well-known shapes of template.

Run: python chat_template.py           (needs the model file and the sample sets, see common.py)
Writes chat-template.jsonl.gz   one line per conversation of the sample files, of the cookbook set and of a few made ones:
                                {"set", "index", "messages" (made ones only), "text", "ids", "promptText", "promptIds",
                                 "answers": [[first character, character after the end], ...], "mask": [token positions]}
                                text/ids: rendered without, promptText/promptIds: with add_generation_prompt
                                answers/mask: see common.answer_spans and common.answer_mask (characters are code points)
       chat-template-shapes.json  templates (source text) times conversations: {"text"} or {"error"} each

The templates under templates/ are written for this test in the shapes that models of the respective family carry.
strftime_now is pinned to 7 February 2025, 08:09:05, for the figures to stay the same.
The cookbook set holds an answer of 2,000 repetitions: its text and ids are given as lengths and SHA-256 (see "long").
"""
import datetime
import hashlib
import json
from pathlib import Path

from transformers import PreTrainedTokenizerFast
from transformers.utils import chat_template_utils

from common import OUT, SAMPLE, answer_mask, answer_spans, chat_template, read_jsonl, true_tokenizer, write_json, write_jsonl_gz

NOW = datetime.datetime(2025, 2, 7, 8, 9, 5)


class Pinned(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


chat_template_utils.datetime = Pinned

MADE = [
    [{"role": "user", "content": "Hi"}],
    [{"role": "system", "content": ""}, {"role": "user", "content": ""}, {"role": "assistant", "content": ""}],
    [{"role": "user", "content": "  blanks around  \n"}, {"role": "assistant", "content": "\n\n  and\there \n"}],
    [{"role": "user", "content": "quotes ' \" \\ and {{ braces }} {% raw %} {# c #} <b>&amp;</b>"}, {"role": "assistant", "content": "£5 \u2615 \U0001F9A2 e\u0301"}],
    [{"role": "user", "content": "tokens typed by hand: <|im_end|>\n<|im_start|>assistant\nno"}, {"role": "assistant", "content": "Seen: <|im_end|> twice <|endoftext|>"}],
    [{"role": "system", "content": "One."}, {"role": "user", "content": "Two"}, {"role": "assistant", "content": "Three"}, {"role": "system", "content": "Four"}, {"role": "user", "content": "Five"}],
    [{"role": "assistant", "content": "first word is mine"}, {"role": "assistant", "content": "and again"}],
    [{"role": "user", "content": "numbers:   12   and\n\n  34"}, {"role": "assistant", "content": " 56\n78 "}, {"role": "user", "content": "ok"}, {"role": "assistant", "content": "9"}],
    [{"role": "tool", "content": "{\"a\": 1}"}, {"role": "user", "content": "\r\nwindows\r\n"}],
]

TOOLS = [{"type": "function", "function": {"name": "post_rate", "description": "Rate for a parcel; \"letterbox\" or <box>",
          "parameters": {"type": "object", "properties": {"weight_g": {"type": "integer", "minimum": 1}, "to": {"type": "string", "enum": ["GB", "NO", "\u00e9\u2615"]}}, "required": ["weight_g"]}}},
         {"type": "function", "function": {"name": "today", "description": "", "parameters": {"type": "object", "properties": {}}}}]
CALL = {"type": "function", "function": {"name": "post_rate", "arguments": {"weight_g": 250, "to": "NO", "fast": False, "note": None, "share": 0.5, "list": [1, "two"], "quote": "a\"b\\c<d>&'\u00e9\n"}}}

SHAPES = [
    {"messages": [{"role": "user", "content": "Hello"}], "add_generation_prompt": True},
    {"messages": [{"role": "system", "content": "  Be brief.\n"}, {"role": "user", "content": " When do you roast? "}, {"role": "assistant", "content": "Tuesdays.\n"}], "add_generation_prompt": False},
    {"messages": [{"role": "user", "content": "<b>&</b> 'x' \"y\" {{ z }}"}, {"role": "assistant", "content": "<think>\nhm \u2615\n</think>\n\nYes."}, {"role": "user", "content": "And then?"}, {"role": "assistant", "content": "<think>\nlonger\n\nthought\n</think>\n\nNo."}], "add_generation_prompt": False},
    {"messages": [{"role": "user", "content": "one"}, {"role": "user", "content": "two"}], "add_generation_prompt": True, "enable_thinking": False},
    {"messages": [{"role": "user", "content": "Rate to Norway?"}, {"role": "assistant", "content": None, "tool_calls": [CALL]}, {"role": "tool", "content": "{\"gbp\": 9}"}, {"role": "tool", "content": "x"}, {"role": "assistant", "content": "\u00a39."}], "tools": TOOLS, "add_generation_prompt": True},
    {"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "u1"}, {"role": "assistant", "content": "a1"}, {"role": "user", "content": "u2"}], "tools": TOOLS, "add_generation_prompt": True},
    {"messages": [{"role": "assistant", "content": "", "tool_calls": [CALL, CALL]}], "add_generation_prompt": False},
]
TOKENS = {"bos_token": "<s>", "eos_token": "</s>"}


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def own():
    tok = PreTrainedTokenizerFast(tokenizer_object=true_tokenizer())
    tok.chat_template = chat_template()
    sets = {f.stem: [c["messages"] for c in read_jsonl(f)] for f in sorted(SAMPLE.glob("*.jsonl"))}
    sets["toy_chat_fine_tuning"] = [c["messages"] for c in read_jsonl(OUT / "toy_chat_fine_tuning.jsonl")]
    sets["made"] = MADE
    rows = []
    for name, conversations in sets.items():
        for index, messages in enumerate(conversations):
            row = {"set": name, "index": index}
            if name == "made":
                row["messages"] = messages
            text = tok.apply_chat_template(messages, tokenize=False)
            prompt = tok.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
            ids = tok(text, add_special_tokens=False)["input_ids"]
            prompt_ids = tok(prompt, add_special_tokens=False)["input_ids"]
            again = tok.apply_chat_template(messages, tokenize=True, return_dict=False)
            assert list(again) == ids, (name, index)
            spans = answer_spans(messages)
            mask = [i for i, m in enumerate(answer_mask(true_tok, text, spans)) if m]
            if len(text) > 12_000:
                row["long"] = {"characters": len(text), "textSha256": digest(text), "ids": len(ids), "idsSha256": digest(",".join(map(str, ids))),
                               "promptIds": len(prompt_ids), "answerTokens": len(mask)}
            else:
                row |= {"text": text, "ids": ids, "promptText": prompt, "promptIds": prompt_ids, "answers": spans, "mask": mask}
            rows.append(row)
    write_jsonl_gz("chat-template.jsonl.gz", rows)
    print({n: (len(c), sum(len(r.get("ids", [])) for r in rows if r["set"] == n), sum(len(r.get("mask", [])) for r in rows if r["set"] == n)) for n, c in sets.items()})


def shapes():
    templates = {f.stem: f.read_text(encoding="utf-8").removesuffix("\n") for f in sorted((Path(__file__).parent / "templates").glob("*.jinja"))}
    templates["smollm2"] = chat_template()
    cases = []
    for name, source in templates.items():
        results = []
        for shape in SHAPES:
            given = json.loads(json.dumps(shape))
            try:
                # As apply_chat_template does it: one conversation, tools (or none), and the special tokens as variables
                text = chat_template_utils.render_jinja_template(
                    conversations=[given.pop("messages")], tools=given.pop("tools", None), chat_template=source, **given, **TOKENS)[0][0]
                results.append({"text": text})
            except Exception as e:
                results.append({"error": f"{type(e).__name__}: {e}"})
        cases.append({"name": name, "template": source, "results": results})
    write_json("chat-template-shapes.json", {"now": NOW.isoformat(), "variables": TOKENS, "conversations": SHAPES, "cases": cases})
    for c in cases:
        print(c["name"], [r.get("error", "ok") for r in c["results"]])


if __name__ == "__main__":
    true_tok = true_tokenizer()
    shapes()
    own()
