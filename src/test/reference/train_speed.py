"""How fast Python trains the same thing: plain peft with a PyTorch loop, and trl's SFTTrainer. Used by the profile "bench".

Run: OMP_NUM_THREADS=2 python train_speed.py plain|trl STEPS [--pad longest|full] [--batch 2] [--length 256]
Prints one JSON object (all else goes to standard error): tokens per second, padded and real, and the peak of resident memory.

LoRA of rank 16, alpha 32, no dropout, on the seven projections, float32, AdamW 2e-4, clipping 1.0, loss on answer tokens only,
conversations of train.en.jsonl in file order (again from the start when they run out), cut at --length tokens. Padding to the
longest of the batch, as trl does by itself, or with --pad full always to --length. The first two steps are warm-up and are
not counted. Peak memory is that of training: the mark is reset after the model is loaded ("peakRssMiB"; that of loading: "peakRssOfLoadingMiB").
Each mode runs in a process of its own: call the script twice.
"""
import argparse
import json
import resource
import sys
import time

import torch

from lora import PAD, Data, answer_loss, base_model, lora_model

a = argparse.ArgumentParser()
a.add_argument("mode", choices=["plain", "trl"])
a.add_argument("steps", type=int)
a.add_argument("--pad", choices=["longest", "full"], default="longest")
a.add_argument("--batch", type=int, default=2)
a.add_argument("--length", type=int, default=256)
a = a.parse_args()
WARM = 2
assert a.steps > WARM


def rss(key):
    with open("/proc/self/status") as f:
        return next(int(line.split()[1]) / 1024 for line in f if line.startswith(key + ":"))


def reset_peak():
    with open("/proc/self/clear_refs", "w") as f:
        f.write("5")


class Meter:
    def __init__(self):
        self.done, self.padded, self.real, self.answers, self.start, self.times, self.losses = 0, 0, 0, 0, None, [], []

    def batch(self, ids, attention, labels):
        if self.done >= WARM:
            self.padded += ids.numel()
            self.real += int(attention.sum())
            self.answers += int((labels[:, 1:] != -100).sum())

    def step(self):
        self.done += 1
        now = time.perf_counter()
        if self.start is not None:
            self.times.append(now - self.last)
        elif self.done == WARM:
            self.start = now
        self.last = now

    def report(self):
        seconds = self.last - self.start
        times = sorted(self.times)
        import peft
        import transformers
        import trl
        return {"mode": a.mode, "steps": a.steps, "counted": a.steps - WARM, "batch": a.batch, "length": a.length, "pad": a.pad, "threads": torch.get_num_threads(),
                "seconds": seconds, "secondsPerStepMedian": times[len(times) // 2], "paddedTokensPerSecond": self.padded / seconds, "tokensPerSecond": self.real / seconds,
                "answerTokensPerSecond": self.answers / seconds, "paddedTokens": self.padded, "tokens": self.real, "firstLoss": self.losses[0], "lastLoss": self.losses[-1],
                "rssBeforeMiB": before, "peakRssMiB": rss("VmHWM"), "peakRssOfLoadingMiB": loading, "torch": torch.__version__, "transformers": transformers.__version__,
                "peft": peft.__version__, "trl": trl.__version__}


data = Data("train.en.jsonl", a.length)
order = [[(s * a.batch + k) % len(data.items) for k in range(a.batch)] for s in range(a.steps)]
model = lora_model(base_model(attention="sdpa"), zero_b=True)
meter = Meter()


def padded(ids, attention, labels):
    if a.pad == "full":
        more = a.length - ids.shape[1]
        ids, attention, labels = (torch.nn.functional.pad(t, (0, more), value=v) for t, v in ((ids, PAD), (attention, 0), (labels, -100)))
    return ids, attention, labels


def plain():
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=2e-4, weight_decay=0.0)
    model.train()
    for indices in order:
        batch = padded(*data.batch(indices))
        meter.batch(*batch)
        total, count = answer_loss(model, batch)
        loss = total / count
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        meter.losses.append(loss.item())
        meter.step()


def with_trl():
    import tempfile

    from datasets import Dataset
    from transformers import PreTrainedTokenizerFast, TrainerCallback
    from trl import SFTConfig, SFTTrainer

    from common import true_tokenizer
    tok = PreTrainedTokenizerFast(tokenizer_object=true_tokenizer(), bos_token="<|im_start|>", eos_token="<|im_end|>", pad_token="<|im_end|>")
    rows = [data.items[i] for indices in order for i in indices]
    dataset = Dataset.from_list([{"input_ids": ids, "assistant_masks": [int(m) for m in mask]} for ids, mask in rows])

    class Steps(TrainerCallback):
        def on_step_end(self, *args, **kwargs):
            meter.step()

        def on_log(self, args, state, control, logs=None, **kwargs):
            if "loss" in logs:
                meter.losses.append(float(logs["loss"]))

    with tempfile.TemporaryDirectory() as folder:
        config = SFTConfig(output_dir=folder, per_device_train_batch_size=a.batch, max_steps=a.steps, learning_rate=2e-4, lr_scheduler_type="constant", weight_decay=0.0, max_grad_norm=1.0,
                           max_length=a.length, pad_to_multiple_of=a.length if a.pad == "full" else None, train_sampling_strategy="sequential", use_cpu=True, bf16=False, fp16=False,
                           gradient_checkpointing=False, logging_steps=1, save_strategy="no", report_to=[], disable_tqdm=True, dataloader_num_workers=0, optim="adamw_torch")
        trainer = SFTTrainer(model=model, args=config, train_dataset=dataset, processing_class=tok, callbacks=[Steps()])
        collate = trainer.data_collator

        def counted(features):
            batch = collate(features)
            pending.append(batch)
            return batch
        pending = []
        trainer.data_collator = counted
        trainer.train()
        # The loader reads one batch ahead: the batches are counted here, when all are known
        for n, batch in enumerate(pending[:a.steps]):
            if n >= WARM:
                meter.batch(batch["input_ids"], batch["attention_mask"], batch["labels"])


before, loading = rss("VmRSS"), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
out, sys.stdout = sys.stdout, sys.stderr
if a.mode == "trl":
    import trl  # noqa: F401, before the mark is reset
reset_peak()
plain() if a.mode == "plain" else with_trl()
sys.stdout = out
print(json.dumps(meter.report()))
