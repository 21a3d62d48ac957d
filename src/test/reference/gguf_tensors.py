"""Figures of dequantised GGUF tensors, of the model file and of a small made file with many block types.

Run: python gguf_tensors.py            (needs the model file, see common.py)
Writes gguf-tensors.json      figures of some tensors of the model file, in the file's own order (Q/K rows still permuted)
       made-types.gguf        one small tensor per block type, F32 .. Q6_K, with metadata of every value type
       made-types.json        what made-types.gguf holds: metadata, tensor names, types, shapes and where the floats lie
       made-types.f32         the dequantised floats of all tensors in file order, little-endian float32

Q4_K, Q5_K and Q6_K cannot be quantised by the Python package: their blocks are random bytes with finite, small scales.
F32/F16/BF16 tensors hold extremes as well (zeros of both signs, subnormals, largest values; no infinities, no NaN).
"""
import hashlib

import gguf
import numpy as np

from common import GGUF_PATH, OUT, reader, write_json

T = gguf.GGMLQuantizationType
NAMES = ["token_embd.weight", "output_norm.weight",
         "blk.0.attn_norm.weight", "blk.0.attn_q.weight", "blk.0.attn_k.weight", "blk.0.attn_v.weight",
         "blk.0.attn_output.weight", "blk.0.ffn_gate.weight", "blk.0.ffn_up.weight", "blk.0.ffn_down.weight",
         "blk.0.ffn_norm.weight", "blk.13.attn_q.weight", "blk.17.ffn_down.weight", "blk.29.attn_k.weight",
         "blk.29.ffn_up.weight", "blk.29.ffn_norm.weight"]


def figures(t):
    w = gguf.quants.dequantize(t.data, t.tensor_type).astype(np.float32).ravel()
    at = sorted({int(i) for i in np.random.default_rng(7).integers(0, w.size, 24)} | {0, w.size - 1, w.size // 2})
    return {"name": t.name, "type": t.tensor_type.name, "shape": [int(s) for s in t.shape], "offset": int(t.data_offset),
            "bytes": int(t.n_bytes), "first": [float(x) for x in w[:8]],
            "sum": float(w.sum(dtype=np.float64)), "absSum": float(np.abs(w).sum(dtype=np.float64)),
            "at": at, "values": [float(w[i]) for i in at]}


def real():
    by_name = {t.name: t for t in reader().tensors}
    write_json("gguf-tensors.json", {
        "file": GGUF_PATH.name, "sha256": hashlib.sha256(GGUF_PATH.read_bytes()).hexdigest(),
        "dataOffset": int(reader().data_offset), "alignment": int(reader().alignment),
        "tensorCount": len(reader().tensors), "names": [t.name for t in reader().tensors],
        "tensors": [figures(by_name[n]) for n in NAMES]})


def random_blocks(rng, kind, rows, cols):
    """Valid blocks: every byte random except the f16 scales, which are set to small finite numbers."""
    block, size = gguf.GGML_QUANT_SIZES[kind]
    n = rows * cols // block
    b = rng.integers(0, 256, (n, size), dtype=np.uint8)
    scale = lambda: (rng.uniform(-0.05, 0.05, n)).astype(np.float16).view(np.uint8).reshape(n, 2)
    if kind in (T.Q4_K, T.Q5_K):
        b[:, 0:2] = scale()
        b[:, 2:4] = scale()
    elif kind == T.Q6_K:
        b[:, 208:210] = scale()
    elif kind in (T.Q2_K,):
        b[:, 80:82] = scale()
        b[:, 82:84] = scale()
    elif kind == T.Q3_K:
        b[:, 108:110] = scale()
    return b.reshape(rows, cols // block * size)


def made():
    rng = np.random.default_rng(20250207)
    path = OUT / "made-types.gguf"
    OUT.mkdir(parents=True, exist_ok=True)
    w = gguf.GGUFWriter(str(path), "made")
    w.add_uint8("made.uint8", 200)
    w.add_int8("made.int8", -100)
    w.add_uint16("made.uint16", 60000)
    w.add_int16("made.int16", -30000)
    w.add_uint32("made.uint32", 4_000_000_000)
    w.add_int32("made.int32", -2_000_000_000)
    w.add_uint64("made.uint64", 2 ** 63 + 5)
    w.add_int64("made.int64", -(2 ** 62))
    w.add_float32("made.float32", 0.1)
    w.add_float64("made.float64", 0.1)
    w.add_bool("made.true", True)
    w.add_bool("made.false", False)
    w.add_string("made.string", "gaivota & chaleira \u2615 \U0001f9a2")
    w.add_array("made.strings", ["a", "", "\u00e9\u4e2d"])
    w.add_array("made.ints", [1, -2, 3])
    w.add_array("made.floats", [0.5, -1.25])
    w.add_array("made.bools", [True, False])
    tensors = []
    for kind in (T.F32, T.F16, T.BF16, T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q8_0, T.Q2_K, T.Q3_K, T.Q4_K, T.Q5_K, T.Q6_K):
        name = f"made.{kind.name.lower()}.weight"
        rows, cols = 5, 512
        if kind in (T.F32, T.F16, T.BF16):
            rows, cols = 3, 70                                    # not a multiple of 32: padding must be skipped
        if kind in (T.Q2_K, T.Q3_K, T.Q4_K, T.Q5_K, T.Q6_K):
            data = random_blocks(rng, kind, rows, cols)
        else:
            x = (rng.standard_normal((rows, cols)) * rng.uniform(0.01, 2.0, (rows, 1))).astype(np.float32)
            if kind == T.F32:
                x[0, :6] = [0.0, -0.0, 1e-45, -1e-40, 3.4028235e38, -3.4028235e38]
            elif kind == T.F16:
                x[0, :8] = [0.0, -0.0, 6e-8, -6e-8, 6.1e-5, 5.9e-5, 65504.0, -65504.0]
            elif kind == T.BF16:
                x[0, :6] = [0.0, -0.0, 1.2e-38, -1.2e-38, 3.3895314e38, -3.3895314e38]
            else:
                x[1, 32:64] = 0.0                                 # an all-zero block
                x[2, 0:32] = 0.75                                 # a constant block
            data = gguf.quants.quantize(x, kind)
        if kind in (T.F32, T.F16):
            w.add_tensor(name, data)
        else:
            w.add_tensor(name, data, raw_dtype=kind)
        tensors.append(name)
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()
    r = gguf.GGUFReader(str(path))
    floats, rows = [], []
    start = 0
    for t in r.tensors:
        x = gguf.quants.dequantize(t.data, t.tensor_type).astype("<f4").ravel()
        assert np.isfinite(x).all(), t.name
        rows.append({"name": t.name, "type": t.tensor_type.name, "shape": [int(s) for s in t.shape],
                     "start": start, "count": int(x.size), "sum": float(x.sum(dtype=np.float64))})
        start += x.size
        floats.append(x)
    (OUT / "made-types.f32").write_bytes(np.concatenate(floats).tobytes())
    meta = {k: f.contents() for k, f in r.fields.items() if not k.startswith("GGUF.")}
    write_json("made-types.json", {"dataOffset": int(r.data_offset), "metadata": meta, "tensors": rows})
    print(path.name, path.stat().st_size, "bytes;", "made-types.f32", start * 4, "bytes")


if __name__ == "__main__":
    real()
    made()
