"""History, read from all the forms in which it is exported. All of them have to hold the same.

    python3 examples/history.py history.ndjson history.csv [WORKBOOK-AS.csv]
"""
import csv
import json
import sys
import warnings

csv.field_size_limit(1 << 30)
warnings.simplefilter("error")
PLAIN = ["position", "type", "revision", "aggregate", "sequence", "time"]


def rows(file):
    with open(file, newline="", encoding="utf-8-sig") as text:
        return list(csv.DictReader(text))


def answers(events):
    """How often statements were answered, as far as blocks say it."""
    return sum(item.get("n", 0) for event in events if event["type"] == "BlockReleased" for item in event["data"]["items"])


def main(lines, table, workbook=None):
    with open(lines, encoding="utf-8") as text:
        events = [json.loads(line) for line in text]
    plain = [[str(event[name]) for name in PLAIN] for event in events]

    written = rows(table)
    assert [[row[name] for name in PLAIN] for row in written] == plain, "the CSV holds something else"
    assert [json.loads(row["data"]) for row in written] == [event["data"] for event in events], "other content in the CSV"

    if workbook:
        cells = rows(workbook)
        assert [[row[name] for name in PLAIN[:5]] for row in cells] == [row[:5] for row in plain], "other rows in the workbook"

    try:
        import pandas
        frame = pandas.read_csv(table)
        assert frame["position"].tolist() == [event["position"] for event in events], "pandas reads other positions"
        frame["data"] = frame["data"].map(json.loads)
        assert answers(frame.to_dict("records")) == answers(events), "pandas reads other figures"
        read = "csv, json and pandas"
    except ImportError:
        read = "csv and json"
    print(f"{len(events)} events with {answers(events)} released answers, the same in every form ({read})")


if __name__ == "__main__":
    main(*sys.argv[1:])
