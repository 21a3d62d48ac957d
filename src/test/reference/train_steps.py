"""The first 20 training steps and the held-out loss after them, for two learning-rate schedules.

Run: OMP_NUM_THREADS=2 python train_steps.py       (needs the model file and the sample sets, see common.py)
Writes train-steps.json   per step: learning rate, answer tokens, loss before the step, gradient norm before clipping

LoRA of rank 16, alpha 32, no dropout, on the seven projections; A by the formula in lora.py, B zero. AdamW, learning rate 2e-4,
betas 0.9 and 0.999, eps 1e-8, no weight decay; gradient norm clipped to 1.0 over all matrices together
(torch.nn.utils.clip_grad_norm_: factor 1 / (norm + 1e-6), at most 1). Conversations of more than 256 tokens lose their end.
Batches of four as listed in the file, padded on the right to the longest; loss = mean over the answer tokens of the batch.
Schedules: "constant"; "cosine": transformers' get_cosine_schedule_with_warmup, 4 steps of warm-up of 20 (the first step's
rate is zero). Held-out loss: the first 10 conversations of heldout.en.jsonl, also cut at 256; sum over answer tokens / count.
The norms of these batches stay below 1, so nothing is clipped in the two runs; "clipped" is the constant schedule once more,
its first 6 steps, clipped to 0.25.
--clipped makes only that one anew. Run again with --exact to add "exact": the first 8 steps of the constant schedule in
float64, which show how far rounding alone leads apart.
"""
import json
import random
import sys

import torch
from transformers import get_constant_schedule, get_cosine_schedule_with_warmup

from common import OUT, write_json
from lora import ALPHA, RANK, Data, answer_loss, base_model, lora_model

STEPS, SIZE, RATE, LENGTH, HELD_OUT = 20, 4, 2e-4, 256, 10
dtype = torch.float64 if "--exact" in sys.argv else torch.float32
train, held = Data("train.en.jsonl", LENGTH), Data("heldout.en.jsonl", LENGTH)
order = list(range(len(train.items)))
random.Random(20).shuffle(order)
batches = [order[SIZE * s:SIZE * (s + 1)] if SIZE * (s + 1) <= len(order) else [order[(SIZE * s + k) % len(order)] for k in range(SIZE)] for s in range(STEPS)]


def held_out(model):
    model.eval()
    with torch.no_grad():
        figures = [answer_loss(model, held.batch([i])) for i in range(HELD_OUT)]
    return sum(f[0].item() for f in figures) / sum(f[1] for f in figures)


def run(schedule, clip=1.0, steps_run=STEPS):
    peft = lora_model(base_model(dtype), zero_b=True)
    before = held_out(peft) if steps_run == STEPS else None
    parameters = [p for p in peft.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=RATE, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0)
    scheduler = get_constant_schedule(optimizer) if schedule == "constant" else get_cosine_schedule_with_warmup(optimizer, 4, STEPS)
    peft.train()
    steps = []
    for s, indices in enumerate(batches[:steps_run]):
        rate = scheduler.get_last_lr()[0]
        total, count = answer_loss(peft, train.batch(indices))
        loss = total / count
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(parameters, clip)
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
        steps.append({"step": s, "rate": rate, "answerTokens": count, "loss": loss.item(), "gradientNorm": norm.item()})
        print(schedule, steps[-1], flush=True)
    figures = {"clip": clip, "steps": steps}
    return figures if before is None else {"heldOutBefore": before, "heldOutAfter": held_out(peft)} | figures


if dtype == torch.float64:
    value = json.loads((OUT / "train-steps.json").read_text())
    assert value["batches"] == batches
    value["exact"] = run("constant", steps_run=8)
    gaps = [(abs(x["loss"] - y["loss"]), abs(x["gradientNorm"] - y["gradientNorm"])) for x, y in zip(value["constant"]["steps"], value["exact"]["steps"])]
    print("float32 against float64, largest gap of loss and of norm:", [max(g) for g in zip(*gaps)])
elif "--clipped" in sys.argv:
    value = json.loads((OUT / "train-steps.json").read_text())
    value["clipped"] = run("constant", 0.25, 6)
else:
    value = {"train": "train.en.jsonl", "heldOut": "heldout.en.jsonl", "heldOutConversations": HELD_OUT, "maxLength": LENGTH, "rank": RANK, "alpha": ALPHA,
             "rate": RATE, "batches": batches, "constant": run("constant"), "cosine": run("cosine"),
             "clipped": run("constant", 0.25, 6)}
print({k: (v["heldOutBefore"], v["heldOutAfter"]) for k, v in value.items() if isinstance(v, dict) and "heldOutAfter" in v})
write_json("train-steps.json", value)
