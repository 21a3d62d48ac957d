"""Logits of the model with a made adapter: rank 16, alpha 32, seven projections, A and B by the formula in lora.py (B not zero).

Run: OMP_NUM_THREADS=2 python make_adapter.py [folder to keep the adapter in]      (needs the model file, see common.py)
Writes adapter-logits.json   what check_adapter.py prints for it, the names, shapes and first values of the stored matrices,
                             and peft's adapter_config.json; "exact" holds the values in float64

The adapter itself is not stored: its matrices come from the formula.
"""
import json
import sys
import tempfile
from pathlib import Path

import torch
from safetensors import safe_open

from check_adapter import AT, PROMPT, figures, load, prompt
from common import GGUF_FILE, write_json
from lora import base_model, lora_model

with tempfile.TemporaryDirectory() as scratch:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch)
    lora_model(base_model(), zero_b=False).save_pretrained(str(folder))
    peft, count = load(str(folder))
    with peft.disable_adapter():
        base = figures(peft)
    adapter = figures(peft)
    with safe_open(str(folder / "adapter_model.safetensors"), "pt") as f:
        metadata = f.metadata()
        matrices = [{"name": k, "shape": list(t.shape), "first": t.flatten()[:2].tolist(), "sum": t.double().sum().item()} for k in f.keys() for t in [f.get_tensor(k)]]
    config = json.loads((folder / "adapter_config.json").read_text())
    config["base_model_name_or_path"] = GGUF_FILE
    config["target_modules"].sort()
    wide, _ = load(str(folder), torch.float64)
    with wide.disable_adapter():
        exact_base = figures(wide)["values"]
    exact = figures(wide)["values"]
write_json("adapter-logits.json", {"messages": PROMPT, "prompt": prompt(), "at": AT, "base": base, "adapter": adapter, "exact": {"base": exact_base, "adapter": exact},
                                   "adapterConfig": config, "safetensorsMetadata": metadata, "matrices": matrices}, indent=None)
gap = lambda a, b: max(abs(x - y) for x, y in zip(a, b))
print({"matrices": count, "adapter moves by": gap(base["values"], adapter["values"]), "float32 against float64": [gap(base["values"], exact_base), gap(adapter["values"], exact)],
       "top": [base["top"], adapter["top"]]})
