"""Loss per answer token of the base model (float32) on the first 20 conversations of train.en.jsonl.

Run: OMP_NUM_THREADS=2 python base_loss.py         (needs the model file and the sample sets, see common.py)
Writes base-loss.json   per conversation: tokens, answer tokens, sum of their losses; and the mean over all answer tokens

Answer tokens of a conversation: for each assistant message the tokens of its content and the end-of-turn token <|im_end|>
after it; not the newline after that, not the header "<|im_start|>assistant\n". The rendered text is tokenised whole, the mask
found by character offsets (common.answer_mask). The loss of a token is minus the log probability the model gives it after
the tokens before it. No truncation, no padding (one conversation at a time). "exact" is the same in float64.
"""
import torch

from common import write_json
from lora import Data, answer_loss, base_model

data = Data("train.en.jsonl")
rows = []
figures = {}
for dtype in (torch.float32, torch.float64):
    model = base_model(dtype)
    with torch.no_grad():
        figures[dtype] = [answer_loss(model, data.batch([i])) for i in range(20)]
for i, ((loss, count), (exact, _)) in enumerate(zip(figures[torch.float32], figures[torch.float64])):
    rows.append({"index": i, "tokens": len(data.items[i][0]), "answerTokens": count, "lossSum": loss.item(), "exactLossSum": exact.item()})
count = sum(r["answerTokens"] for r in rows)
value = {"file": "train.en.jsonl", "conversations": rows, "answerTokens": count,
         "meanLoss": sum(r["lossSum"] for r in rows) / count, "exactMeanLoss": sum(r["exactLossSum"] for r in rows) / count}
write_json("base-loss.json", value)
print({k: v for k, v in value.items() if k != "conversations"})
