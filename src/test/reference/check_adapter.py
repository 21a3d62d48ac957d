"""Logits of the model with and without a PEFT adapter folder, for a fixed prompt. Used by the profile "reference".

Run: OMP_NUM_THREADS=2 python check_adapter.py <adapter folder>      (needs the model file, see common.py)
Prints one JSON object (all else goes to standard error):
    {"prompt": [ids], "at": [32 vocabulary ids], "base": {"values", "sum", "absSum", "top"}, "adapter": {the same}, "matrices": n}
values: logits of the last position at the vocabulary ids; sum, absSum: over all 49152; top: the five highest ids.
"matrices" counts the LoRA matrices that peft filled from the file; a name it did not expect, or misses, is an error.
"""
import json
import sys

import torch

from common import render, true_tokenizer
from lora import base_model

PROMPT = [{"role": "system", "content": "You answer for Gull & Kettle, a small coffee roaster by the harbour."},
          {"role": "user", "content": "When do you roast, and what does 1 kg of Slack Tide cost?"}]
AT = [(1543 * i + 7) % 49152 for i in range(32)]


def prompt():
    return true_tokenizer().encode(render(PROMPT, add_generation_prompt=True), add_special_tokens=False).ids


def figures(model):
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([prompt()]), use_cache=False).logits[0, -1]
    wide = logits.double()
    return {"values": [logits[i].item() for i in AT], "sum": wide.sum().item(), "absSum": wide.abs().sum().item(), "top": logits.topk(5).indices.tolist()}


def load(folder, dtype=torch.float32):
    """The model with the adapter, strictly: peft itself only warns about names that do not fit."""
    from pathlib import Path

    from peft import PeftModel
    from safetensors import safe_open
    peft = PeftModel.from_pretrained(base_model(dtype), folder, autocast_adapter_dtype=False)
    with safe_open(str(Path(folder) / "adapter_model.safetensors"), "pt") as f:
        stored = {k: f.get_tensor(k) for k in f.keys()}
    held = {n.replace(".default.", "."): p for n, p in peft.named_parameters() if "lora_" in n}
    assert stored.keys() == held.keys(), sorted(stored.keys() ^ held.keys())[:6]
    for n, p in held.items():
        assert p.shape == stored[n].shape and torch.equal(p.detach().float(), stored[n].float()), n
    return peft.eval(), len(stored)


if __name__ == "__main__":
    peft, matrices = load(sys.argv[1])
    with peft.disable_adapter():
        base = figures(peft)
    print(json.dumps({"prompt": prompt(), "at": AT, "base": base, "adapter": figures(peft), "matrices": matrices}))
