"""A trend as a table, read twice: as JSON and as CSV. Both have to hold the same numbers.

    python3 examples/trend.py GROUP-OR-TEAM CONSTRUCT        (GROEIPULS and TOKEN from the environment)
"""
import csv
import io
import json
import os
import sys
import urllib.parse
import urllib.request


def read(path, **parameters):
    address = f"{os.environ['GROEIPULS']}/api/v1{path}?{urllib.parse.urlencode(parameters)}"
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + os.environ["TOKEN"]})
    with urllib.request.urlopen(request) as reply:
        return reply.read().decode("utf-8-sig")  # CSV begins with a byte order mark, for Excel


def numbers(point):
    """What is shown of a point of the JSON, under the names of the CSV; None where it is withheld."""
    shown = point.get("shown")
    if not shown:
        return {"value": None, "level": None, "band_low": None, "band_high": None}
    band = shown.get("band") or {}
    return {"value": shown["value"], "level": shown["level"],
            "band_low": band.get("low"), "band_high": band.get("high")}


def main(team, construct):
    points = json.loads(read(f"/teams/{team}/trends", construct=construct))["trend"]["points"]
    rows = list(csv.DictReader(io.StringIO(read(f"/teams/{team}/trends.csv", construct=construct), newline="")))

    assert [row["pulse"] for row in rows] == [point["pulse"] for point in points], "other pulses in the CSV"
    for row, point in zip(rows, points):
        for name, number in numbers(point).items():
            same = row[name] == "" if number is None else float(row[name]) == number
            assert same, f"{point['pulse']} {name}: {row[name]!r} in the CSV, {number!r} in the JSON"

    try:
        import pandas
        table = pandas.DataFrame(rows).replace("", None)
        columns = ["value", "level", "band_low", "band_high"]
        table[columns] = table[columns].astype(float).round(2)
        print(table[["pulse", "counted_on", *columns, "withheld"]].to_string(index=False))
    except ImportError:
        for row in rows:
            level = f"{float(row['level']):.2f}" if row["level"] else "  - "
            print(f"{row['pulse']:<14} {row['counted_on']}  {level}  {row['withheld']}")
    gaps = sum(1 for row in rows if not row["value"])
    print(f"{len(rows)} points, {gaps} of them withheld; CSV and JSON hold the same numbers")


if __name__ == "__main__":
    main(*sys.argv[1:])
