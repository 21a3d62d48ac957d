"""Topics by scikit-learn: TF-IDF and k-means, as its own example of clustering texts does it, and with LSA before it.

Writes topic-cases.jsonl.gz, conversations of the ChatterBot corpus (BSD licence) by their category, and topics.json, how well the
clusters agree with the categories: means over ten seeds.
"""
import gzip
import json
import pathlib

import chatterbot_corpus
import numpy as np
import yaml
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, v_measure_score
from sklearn.preprocessing import normalize

# Category and how many of it at most, evenly spread.
WANTED = {"ai": 999, "coding": 999, "emotion": 999, "literature": 999, "psychology": 999, "tech_support": 260, "trivia": 999}
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "resources" / "reference"


def cases():
    folder = pathlib.Path(chatterbot_corpus.__file__).parent / "data" / "english"
    for category, most in WANTED.items():
        talks = yaml.safe_load((folder / f"{category}.yml").read_text())["conversations"]
        talks = [[str(text) for text in talk] for talk in talks if len(talk) > 1]
        step = max(1, len(talks) // most)
        for talk in talks[::step][:most]:
            yield category, talk


def agreement(vectors, categories, clusters):
    rand, v = [], []
    for seed in range(10):
        found = KMeans(clusters, n_init=10, random_state=seed).fit_predict(vectors)
        rand.append(adjusted_rand_score(categories, found))
        v.append(v_measure_score(categories, found))
    return {"adjusted_rand": round(float(np.mean(rand)), 4), "v_measure": round(float(np.mean(v)), 4)}


def main():
    rows = list(cases())
    with gzip.GzipFile(OUT / "topic-cases.jsonl.gz", "wb", mtime=0) as file:
        for category, talk in rows:
            messages = [
                {"role": "user" if i % 2 == 0 else "assistant", "content": text} for i, text in enumerate(talk)
            ]
            line = json.dumps({"category": category, "messages": messages}, ensure_ascii=False)
            file.write((line + "\n").encode())
    categories = [category for category, _ in rows]
    words = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2, max_df=0.4).fit_transform(
        " ".join(talk) for _, talk in rows
    )
    turned = normalize(TruncatedSVD(50, random_state=0).fit_transform(words))
    figures = {"conversations": len(rows)}
    for clusters in (7, 12, 16):
        figures[f"tfidf_{clusters}"] = agreement(words, categories, clusters)
        figures[f"lsa_{clusters}"] = agreement(turned, categories, clusters)
    (OUT / "topics.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
