"""Opens an export with what researchers use: DuckDB, datasets, Inspect AI.

usage: open_export.py RESULTS EXPORT
"""

import collections
import json
import math
import pathlib
import statistics
import sys

import datasets
import duckdb
from inspect_ai.log import read_eval_log

TABLES = ["studies", "concepts", "dialogues", "turns", "answers", "calls"]
ARM = ["condition", "student", "teacher", "lesson_author", "quiz_mode", "strategy", "style", "from", "framing", "at"]

results, export = map(pathlib.Path, sys.argv[1:])
summary = json.loads((results / "summary.json").read_text())


def query(sql):
    return duckdb.sql(sql).fetchall()


def table(name):
    return f"'{export}/{name}/*.parquet'"


def same(what, found, expected):
    close = isinstance(found, float) and math.isclose(found, expected, abs_tol=1e-9)
    assert close or found == expected, f"{what}: {found}, not {expected}"
    print(f"{what}: {found}")


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


rows = {name: lines(export / name / f"{name}.jsonl") for name in TABLES}

# Parquet, JSON Lines and CSV hold the same, and keys join.
for name in TABLES:
    same(f"{name} in Parquet", query(f"SELECT count(*) FROM {table(name)}")[0][0], len(rows[name]))
    columns = ", ".join(f'"{column}"' for column in rows[name][0])
    read = duckdb.sql(f"SELECT {columns} FROM read_csv('{export}/{name}/{name}.csv', all_varchar = true)").fetchall()
    same(f"{name} in CSV", len(read), len(rows[name]))
for name in ["turns", "answers", "calls"]:
    joined = query(f"SELECT count(*) FROM {table(name)} JOIN {table('dialogues')} USING (study, dialogue)")
    same(f"{name} with their dialogues", joined[0][0], len(rows[name]))
joined = query(f"SELECT count(*) FROM {table('dialogues')} JOIN {table('concepts')} USING (study, concept)")
same("dialogues with their concepts", joined[0][0], len(rows["dialogues"]))

by_domain = query(f"""
    SELECT d.domain, sum(a.correct::INT) FROM {table('answers')} a JOIN {table('dialogues')} d USING (dialogue)
    GROUP BY ALL ORDER BY ALL""")
domains = {dialogue["dialogue"]: dialogue["domain"] for dialogue in rows["dialogues"]}
right = collections.Counter(domains[answer["dialogue"]] for answer in rows["answers"] if answer["correct"])
same("right answers by domain", by_domain, sorted(right.items()))
first = rows["answers"][0]["shown"]
same("a list", query(f"SELECT shown FROM {table('answers')} LIMIT 1")[0][0], first)
calls = query(f"SELECT count(DISTINCT call), typeof(any_value(sent)) FROM {table('calls')}")
same("calls", calls[0], (summary["totals"]["calls"], "TIMESTAMP WITH TIME ZONE"))

# The dataset card names every table.
for name in TABLES:
    loaded = datasets.load_dataset(str(export), name, cache_dir=str(export.parent / "datasets"))["train"]
    same(f"{name} as a dataset", (loaded.num_rows, loaded.column_names), (len(rows[name]), list(rows[name][0])))

# Inspect's log has a sample for each dialogue, and its scores give the summary's figures.
path = str(next((export / "inspect").glob("*.json")).absolute())
log = read_eval_log(path)
same("samples", len(log.samples), len(rows["dialogues"]))
same("status", log.status, "success")
scores = {sample.id: sample.scores["quiz"].value for sample in log.samples}
header = read_eval_log(path, header_only=True)
same("mean score", header.results.scores[0].metrics["mean"].value, statistics.mean(scores.values()))

concepts = collections.defaultdict(list)
for sample in log.samples:
    arm = tuple(sample.metadata[axis] for axis in ARM)
    concepts[arm, sample.metadata["concept"]].append(scores[sample.id])
    assert sample.messages[-1].role == "assistant" and sample.model_usage, sample.id
arms = collections.defaultdict(list)
for (arm, _), draws in concepts.items():
    arms[arm].append(statistics.mean(draws))
same("arms", len(arms), len(summary["cells"]))
for cell in summary["cells"]:
    arm = tuple(cell[axis] for axis in ARM)
    same(f"accuracy of {cell['condition']}", statistics.mean(arms[arm]), cell["curve"][-1]["accuracy"])
