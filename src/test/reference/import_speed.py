"""A file of chat training lines read into a table by others; one JSON object on the last line. Profile bench.

Run: python import_speed.py datasets|duckdb FILE FOLDER
datasets writes its Arrow files and duckdb its database into FOLDER. The time is that of the reading alone, without imports.
"""
import json
import sys
import time

mode, file, folder = sys.argv[1:4]
if mode == "datasets":
    import datasets
    datasets.disable_progress_bars()
    begin = time.perf_counter()
    rows = len(datasets.load_dataset("json", data_files=file, split="train", cache_dir=folder))
else:
    import duckdb
    database = duckdb.connect(folder + "/read.duckdb")
    begin = time.perf_counter()
    database.execute("CREATE TABLE talks AS SELECT * FROM read_json(?, format = 'newline_delimited')", [file])
    rows = database.execute("SELECT count(*) FROM talks").fetchone()[0]
    database.close()
seconds = round(time.perf_counter() - begin, 2)
# Not getrusage: what it answers may be the peak of the process that started this one.
peak = next(int(line.split()[1]) >> 10 for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"rows": rows, "seconds": seconds, "resident_peak_mib": peak}))
