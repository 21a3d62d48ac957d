"""Writes the tables that the tests read, with the libraries that most people's tables come from.

Run from the repository root: python src/test/reference/table_files.py
LibreOffice (soffice) writes the OpenDocument files and a workbook of its own.
"""

import csv
import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
import pandas
import pyarrow
import pyarrow.parquet

OUT = pathlib.Path("src/test/resources/tables")

ROWS = [
    ("Is the ferry late?", "By ten minutes, sorry.", "ferry, delay", "approved", 7),
    ("Açaí à venda?\nE café?", 'Sim: "claro".', "café", "draft", 8.5),
    ("=1+1?", "-2", "", "", 9),
    ("", "Only an answer", "", "rejected", 10),
]
HEADER = ["Question", "Answer", "Tags", "Status", "Number"]


def separated():
    for name, dialect, encoding in [
        ("comma.csv", {"delimiter": ","}, "utf-8"),
        ("semicolon-bom.csv", {"delimiter": ";"}, "utf-8-sig"),
        ("tab-utf16.tsv", {"delimiter": "\t"}, "utf-16"),
        ("latin.csv", {"delimiter": ";"}, "cp1252"),
        ("pipe-all-quoted.csv", {"delimiter": "|", "quoting": csv.QUOTE_ALL}, "utf-8"),
        ("single-quotes.csv", {"quotechar": "'", "quoting": csv.QUOTE_ALL}, "utf-8"),
    ]:
        with open(OUT / name, "w", newline="", encoding=encoding) as file:
            csv.writer(file, **dialect).writerows([HEADER, *ROWS])


def workbooks():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append([value if value != "" else None for value in row])
    sheet["A4"].data_type = "s"  # openpyxl would take the text for a formula
    sheet.append(["When?", datetime.datetime(2026, 11, 22, 14, 30), "", "approved", 11])
    sheet.append(["Which day?", datetime.date(2026, 11, 22), None, None, 0.1])
    sheet.append(["A formula", "=CONCATENATE(\"a\",\"b\")", None, None, None])
    more = book.create_sheet("More")
    more.append(HEADER)
    more.append(["On another sheet?", "Yes.", None, None, None])
    other = book.create_sheet("Prices")
    other.append(["Line", "Price"])
    other.append(["4", 12])
    hidden = book.create_sheet("Hidden")
    hidden.append(HEADER)
    hidden.append(["Hidden?", "Yes.", None, None, None])
    hidden.sheet_state = "hidden"
    book.save(OUT / "openpyxl.xlsx")
    pandas.DataFrame(ROWS, columns=HEADER).to_excel(OUT / "pandas.xlsx", index=False)
    for source, kind, name in [
        ("openpyxl.xlsx", "ods", "libreoffice.ods"),
        ("openpyxl.xlsx", "xlsx", "libreoffice.xlsx"),
    ]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, OUT / source],
                check=True,
            )
            shutil.move(pathlib.Path(folder) / f"openpyxl.{kind}", OUT / name)


def messages():
    return [
        [
            {"role": "user", "content": "Late?", "weight": None},
            {"role": "assistant", "content": "A little.", "weight": 1},
        ],
        [
            {"role": "system", "content": "You are Gull.", "weight": None},
            {"role": "user", "content": "Olá 🌊", "weight": None},
            {"role": "assistant", "content": "Oi!", "weight": None},
        ],
    ]


def parquet():
    chats = pyarrow.table({"messages": messages(), "id": ["a", "b"]})
    pyarrow.parquet.write_table(chats, OUT / "messages-snappy.parquet")
    pyarrow.parquet.write_table(chats, OUT / "messages-zstd.parquet", compression="zstd")
    flat = pandas.DataFrame(ROWS, columns=HEADER)
    flat.to_parquet(OUT / "flat-gzip.parquet", compression="gzip", index=False)
    alpaca = pandas.DataFrame(
        {"instruction": ["a", "c"], "input": ["", None], "output": ["b", "d"]}
    )
    alpaca.to_parquet(OUT / "alpaca-none.parquet", compression=None, index=False)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    separated()
    workbooks()
    parquet()
