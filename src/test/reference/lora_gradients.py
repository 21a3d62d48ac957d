"""Gradients of all LoRA matrices for one batch of four conversations.

Run: OMP_NUM_THREADS=2 python lora_gradients.py    (needs the model file and the sample sets, see common.py)
Writes lora-gradients.json   loss and, for each of the 2 x 210 matrices, L2 norm, sum and six entries of its gradient

LoRA of rank 16, alpha 32 (scaling 2), no dropout, on the seven projections of all 30 layers; A and B made by the formula in
lora.py, B not zero. Batch: the first four conversations of train.en.jsonl, padded on the right, labels -100 off the answers;
loss = mean over the answer tokens of the batch. float32; the same in float64 gives "exactLoss" and "noise": the largest
difference between the float32 and the float64 gradient of a matrix, as a share of the float64 gradient's L2 norm.
Entries: [row, column, value]; rows and columns as in the PEFT file (A: rank x in, B: out x rank).
"""
import numpy as np
import torch

from common import write_json
from lora import ALPHA, RANK, Data, answer_loss, base_model, linears, lora_model

BATCH = [0, 1, 2, 3]
data = Data("train.en.jsonl")
grads, losses, count = {}, {}, 0
for dtype in (torch.float64, torch.float32):
    peft = lora_model(base_model(dtype), zero_b=False)
    total, count = answer_loss(peft, data.batch(BATCH))
    (total / count).backward()
    losses[dtype] = (total / count).item()
    for layer, p, name, linear in linears(peft):
        for m in ("lora_A", "lora_B"):
            grads[dtype, f"{name}.{m}"] = getattr(linear, m)["default"].weight.grad.detach().double().numpy()
rng = np.random.default_rng(16)
rows, noise = [], []
for (dtype, name), g in grads.items():
    if dtype != torch.float32:
        continue
    exact = grads[torch.float64, name]
    share = float(np.linalg.norm(g - exact) / np.linalg.norm(exact))
    noise.append(share)
    at = [(int(i), int(j)) for i, j in zip(rng.integers(0, g.shape[0], 6), rng.integers(0, g.shape[1], 6))]
    rows.append({"name": name, "shape": list(g.shape), "l2": float(np.linalg.norm(g)), "sum": float(g.sum()),
                 "entries": [[i, j, float(np.float32(g[i, j]))] for i, j in at]})
value = {"file": "train.en.jsonl", "batch": BATCH, "rank": RANK, "alpha": ALPHA, "paddedLength": int(data.batch(BATCH)[0].shape[1]),
         "answerTokens": count, "loss": losses[torch.float32], "exactLoss": losses[torch.float64],
         "totalL2": float(np.sqrt(sum(r["l2"] ** 2 for r in rows))), "noise": max(noise), "matrices": rows}
write_json("lora-gradients.json", value, indent=None)
print({k: v for k, v in value.items() if k != "matrices"}, len(rows), "mean noise", float(np.mean(noise)))
