"""Shared by the LoRA references: the model, the reproducible matrices, batches and the loss.

The matrices (the same in Java, without transferring them). Projections in this order, numbered from 0:
    q_proj k_proj v_proj o_proj gate_proj up_proj down_proj
A is rank x in, B is out x rank, both row-major. For layer L, projection p and matrix m (0 = A, 1 = B), element k = row * columns + column:
    seed  = 1000 * L + 10 * p + m
    z     = seed + (k + 1) * 0x9E3779B97F4A7C15                      (64 bits, wrapping)
    z     = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9
    z     = (z ^ (z >>> 27)) * 0x94D049BB133111EB
    z     = z ^ (z >>> 31)
    u     = (z >>> 11) * 2^-53                                       (double, 0 <= u < 1)
    value = (float) ((2 * u - 1) * scale)                            (double arithmetic, rounded once to float)
with scale = 1 / sqrt(in) for A and 0.01 for B. That is SplitMix64 with the given seed, its k-th output counted from 0.
In Java: new SplittableRandom(seed).nextLong() gives the same z in turn.
"""
import json
import math
import os

import numpy as np
import torch

from common import GGUF_FILE, MODELS, SAMPLE, answer_mask, answer_spans, read_jsonl, render, true_tokenizer

PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
RANK, ALPHA = 16, 32
PAD = 2

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))


def base_model(dtype=torch.float32, attention="eager"):
    from transformers import AutoModelForCausalLM
    model = AutoModelForCausalLM.from_pretrained(str(MODELS), gguf_file=GGUF_FILE, dtype=torch.float32, attn_implementation=attention)
    if hasattr(model.config, "quantization_config"):
        # Everything is dequantised; a model made anew from the weights is not taken for a quantised one (trl would not train it)
        from transformers import LlamaForCausalLM
        config = model.config
        del config.quantization_config
        weights = model.state_dict()
        with torch.device("meta"):
            model = LlamaForCausalLM._from_config(config, dtype=torch.float32, attn_implementation=attention)
        rotary = type(model.model.rotary_emb)(config)
        model.load_state_dict(weights, assign=True)
        model.model.rotary_emb = rotary
        model.tie_weights()
        assert model.lm_head.weight is model.model.embed_tokens.weight and model.config._attn_implementation == attention
        assert not any(p.is_meta for p in [*model.parameters(), *model.buffers()])
    assert type(model.model.layers[0].self_attn.q_proj) is torch.nn.Linear
    return (exact(model) if dtype == torch.float64 else model).eval()


def exact(model):
    """The model in float64 throughout: transformers computes norms, softmax and rotary angles in float32 otherwise."""
    from transformers.models.llama import modeling_llama as llama

    class Norm(llama.LlamaRMSNorm):
        def forward(self, x):
            return self.weight * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5))

    class Rotary(llama.LlamaRotaryEmbedding):
        def forward(self, x, position_ids):
            frequencies = 100000.0 ** (-torch.arange(0, 64, 2, dtype=torch.float64) / 64)
            angles = position_ids[..., None].double() * frequencies
            angles = torch.cat((angles, angles), dim=-1)
            return angles.cos(), angles.sin()

    def attention(module, query, key, value, mask, scaling, dropout=0.0, **_):
        key, value = llama.repeat_kv(key, module.num_key_value_groups), llama.repeat_kv(value, module.num_key_value_groups)
        weights = torch.matmul(query, key.transpose(2, 3)) * scaling
        weights = torch.softmax(weights if mask is None else weights + mask, dim=-1)
        return torch.matmul(weights, value).transpose(1, 2).contiguous(), weights

    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS
    ALL_ATTENTION_FUNCTIONS.register("exact", attention)
    from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS, eager_mask
    ALL_MASK_ATTENTION_FUNCTIONS.register("exact", eager_mask)
    model.config._attn_implementation = "exact"
    model = model.double()
    for module in model.modules():
        if type(module) is llama.LlamaRMSNorm:
            module.__class__ = Norm
        elif type(module) is llama.LlamaRotaryEmbedding:
            module.__class__ = Rotary
    return model


def made(layer, projection, matrix, rows, columns, scale):
    k = np.arange(1, rows * columns + 1, dtype=np.uint64)
    z = np.uint64(1000 * layer + 10 * projection + matrix) + k * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    u = (z >> np.uint64(11)).astype(np.float64) * 2.0 ** -53
    return ((2.0 * u - 1.0) * scale).astype(np.float32).reshape(rows, columns)


def lora_model(model, zero_b, rank=RANK, alpha=ALPHA):
    from peft import LoraConfig, get_peft_model
    config = LoraConfig(r=rank, lora_alpha=alpha, lora_dropout=0.0, bias="none", target_modules=PROJECTIONS, task_type="CAUSAL_LM")
    peft = get_peft_model(model, config, autocast_adapter_dtype=False)
    with torch.no_grad():
        for layer, p, name, linear in linears(peft):
            a, b = linear.lora_A["default"].weight, linear.lora_B["default"].weight
            a.copy_(torch.from_numpy(made(layer, p, 0, *a.shape, 1.0 / math.sqrt(a.shape[1]))))
            if zero_b:
                b.zero_()
            else:
                b.copy_(torch.from_numpy(made(layer, p, 1, *b.shape, 0.01)))
    return peft


def linears(peft):
    """(layer, projection number, name without the base_model.model prefix, module), layer by layer."""
    for layer, block in enumerate(peft.base_model.model.model.layers):
        for p, name in enumerate(PROJECTIONS):
            part = "self_attn" if p < 4 else "mlp"
            yield layer, p, f"model.layers.{layer}.{part}.{name}", getattr(getattr(block, part), name)


def conversations(file):
    return [c["messages"] for c in read_jsonl(SAMPLE / file)]


class Data:
    """Tokenised conversations: ids and answer mask, cut after max_length tokens (the end is cut off)."""

    def __init__(self, file, max_length=None):
        tok = true_tokenizer()
        self.items = []
        for messages in conversations(file):
            text = render(messages)
            ids = tok.encode(text, add_special_tokens=False).ids
            mask = answer_mask(tok, text, answer_spans(messages))
            self.items.append((ids[:max_length], mask[:max_length]))

    def batch(self, indices):
        """Padded on the right with id 2; attention mask; labels are the ids where they are answer tokens, else -100."""
        items = [self.items[i] for i in indices]
        n = max(len(ids) for ids, _ in items)
        ids = torch.full((len(items), n), PAD, dtype=torch.long)
        attention = torch.zeros((len(items), n), dtype=torch.long)
        labels = torch.full((len(items), n), -100, dtype=torch.long)
        for r, (x, m) in enumerate(items):
            x, m = torch.tensor(x), torch.tensor(m)
            ids[r, :len(x)] = x
            attention[r, :len(x)] = 1
            labels[r, :len(x)] = torch.where(m, x, -100)
        return ids, attention, labels


def answer_loss(model, batch):
    """(sum of the losses of the answer tokens, their number): logits at t are scored against the label at t + 1."""
    ids, attention, labels = batch
    logits = model(input_ids=ids, attention_mask=attention, use_cache=False).logits
    target = labels[:, 1:]
    total = torch.nn.functional.cross_entropy(logits[:, :-1].reshape(-1, logits.shape[-1]), target.reshape(-1), ignore_index=-100, reduction="sum")
    return total, int((target != -100).sum())
