"""Prints as JSON what openpyxl and Python's csv read from tables that Timbre wrote: check_table.py FOLDER"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

folder = pathlib.Path(sys.argv[1])


def rows_of(workbook):
    sheet = openpyxl.load_workbook(workbook).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def formulas_of(workbook):
    sheet = openpyxl.load_workbook(workbook).active
    return sum(cell.data_type == "f" for row in sheet for cell in row)


with tempfile.TemporaryDirectory() as saved:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", saved, folder / "out.xlsx"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    resaved = pathlib.Path(saved) / "out.xlsx"
    result = {
        "openpyxl": rows_of(folder / "out.xlsx"),
        "libreoffice": rows_of(resaved),
        "formulas": formulas_of(folder / "out.xlsx") + formulas_of(resaved),
    }
    (folder / "saved-again.xlsx").write_bytes(resaved.read_bytes())
with open(folder / "out.csv", encoding="utf-8-sig", newline="") as file:
    result["csv"] = list(csv.reader(file))
print(json.dumps(result))
