"""Writes the words of each language that everybody uses most, as src/main/resources/studio/timbre/voice/common-words.txt.

    pip install wordfreq==3.1.1
    python common_words.py FILE
"""
import sys
from wordfreq import top_n_list

MOST = 3000
COARSE = {"fuck", "fucking", "shit", "bitch", "ass", "porn", "sex", "porra", "merda", "caralho", "puta", "foda", "anjing"}

with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("# The 3,000 most used words of each language, from wordfreq 3.1.1 (Robyn Speer), under CC BY-SA 4.0; see README.md.\n")
    for language in ("en", "pt", "id"):
        words = [w for w in top_n_list(language, MOST, wordlist="best") if w.replace("'", "").isalpha() and len(w) > 1]
        out.write(f"{language}: {' '.join(w for w in words if w not in COARSE)}\n")
