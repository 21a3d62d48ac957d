"""Writes tokenizer.json of SmolLM2, built from the GGUF file's vocabulary and merges.

Run: python build_tokenizer.py [target, default true/tokenizer.json under the model folder: beside the GGUF file
     transformers would read it in place of the one it makes from the GGUF]
"""
import sys

from common import MODELS, true_tokenizer

target = sys.argv[1] if len(sys.argv) > 1 else str(MODELS / "true" / "tokenizer.json")
true_tokenizer().save(target, pretty=True)
print(target)
