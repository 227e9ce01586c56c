"""From released figures to lines and effects, held against what is really so in the demonstration.

    python3 examples/walk.py data/demonstration/demo-truth.json    (GROEIPULS and TOKEN from the environment)

Cells as notebooks and editors know them (# %%). Python's own library is enough. It ends with 1 when something that the
demonstration was made to show cannot be found.
"""
import collections
import itertools
import json
import math
import os
import statistics
import sys
import urllib.parse
import urllib.request

# %% Signed in as an analyst: every released figure, and nothing finer.
truth = json.load(open(sys.argv[1], encoding="utf-8"))


def read(path, **parameters):
    address = f"{os.environ['GROEIPULS']}/api/v1{path}?{urllib.parse.urlencode(parameters)}"
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + os.environ["TOKEN"]})
    with urllib.request.urlopen(request) as reply:
        return reply.read().decode("utf-8")


history, position = [], 0
while text := read("/history/events", after=position, limit=1000):
    history += [json.loads(line) for line in text.rstrip("\n").split("\n")]
    position = history[-1]["position"]
of = collections.defaultdict(list)
for event in history:
    of[event["type"]].append(event["data"])
print(f"{len(history)} events:", ", ".join(f"{len(them)} {name}" for name, them in sorted(of.items())))

# %% A line, computed anew from the classes of sums in which answers were released (the method page, "the line").
MU, TAU2, SPREAD2, Q = 3.6, .10, .5, .0025  # the constants of calibration default@1
items = {item["id"]: item for item in of["InstrumentRegistered"][0]["definition"]["items"]}


def scale(block, construct):
    """Mean over the released statements of a construct, from the middle of each class, and the variance of its error."""
    means, rounding, n = [], 0, []
    for figures in block["items"]:
        item = items[figures["item"]]
        if item.get("construct") == construct and figures.get("sum"):
            low, high, answered = figures["sum"]["low"], figures["sum"]["high"], figures["n"]
            middle = (low + high) / 2 / answered
            means.append(6 - middle if item.get("reversed") else middle)
            rounding += ((high - low + 1) ** 2 - 1) / (12 * answered ** 2)
            n.append(answered)
    if len(means) < 2:
        return None
    return statistics.fmean(means), SPREAD2 / statistics.fmean(n) + rounding / len(means) ** 2


def line(group, construct):
    """The level of a local-level filter after each own point, by pulse; a pulse without own figures is a gap."""
    forms = {(one["pulse"], asked["group"]): asked["items"] for one in of["PulseIssued"] for asked in one["groups"]}
    own = {block["pulse"]: block for block in of["BlockReleased"] if block["groups"] == [group]}
    level, variance, last, ordinal, levels = MU, TAU2, None, 0, {}
    for pulse in (one["pulse"] for one in of["CountPublished"]):
        asked = [item for item in forms.get((pulse, group), []) if items[item].get("construct") == construct]
        if len(asked) < 2:
            continue  # not asked of this group in this pulse
        ordinal += 1
        measured = scale(own[pulse], construct) if pulse in own else None
        if measured:
            value, noise = measured
            variance += 0 if last is None else Q * (ordinal - last)
            gain = variance / (variance + noise)
            level, variance, last = level + gain * (value - level), (1 - gain) * variance, ordinal
            levels[pulse] = level
    return levels


GROUP, CONSTRUCT = "wijkteam-noord", "leader-role-modelling"
shown = {point["pulse"]: point["shown"]["level"]
         for point in json.loads(read(f"/teams/{GROUP}/trends", construct=CONSTRUCT))["trend"]["points"]
         if point.get("shown")}
anew = line(GROUP, CONSTRUCT)
furthest = max(abs(anew[pulse] - level) for pulse, level in shown.items())
print(f"\n{GROUP}, {CONSTRUCT}: {len(anew)} points from history, {len(shown)} on the page, at most {furthest:.1e} apart")
assert anew.keys() == shown.keys() and furthest < 1e-9

# %% Why no arrow from one pulse to the next: that is mostly noise.
values = [point["shown"]["value"]
          for point in json.loads(read(f"/teams/{GROUP}/trends", construct="psychological-safety"))["trend"]["points"]
          if point.get("shown")]
jumps = [abs(after - before) for before, after in itertools.pairwise(values)]
print(f"psychological-safety of {GROUP}: from pulse to pulse it moved {statistics.fmean(jumps):.2f} on average,"
      f" from the first five to the last five {statistics.fmean(values[-5:]) - statistics.fmean(values[:5]):+.2f}")

# %% The four interventions: what the product says of each, and what is really so.
print(f"\n{'intervention':<15} {'construct':<22} {'truth':>6} {'effect':>7} {'p':>6}  said")
wrong = []
for one in truth["interventions"]:
    effects = json.loads(read("/organisation/effects", construct=one["construct"]))["effects"]
    effect = next(effect for effect in effects if set(effect["interventions"]) == set(one["recordedAs"]))
    print(f"{one['id']:<15} {one['construct']:<22} {one['effect']:>+6.1f} {effect['effect']:>+7.2f} {effect['p']:>6.3f}"
          f"  {effect['finding']}")
    assert set(effect["treated"]) == set(one["groups"]) and not set(effect["treated"]) & set(effect["compared"])
    if math.copysign(1, effect["effect"]) != math.copysign(1, one["effect"]) and abs(one["effect"]) >= .5:
        wrong.append(f"{one['id']} points the other way")
    if one["effect"] == 0 and effect["finding"] == "rose-more":
        wrong.append(f"{one['id']} is said to have an effect that it does not have")
    if one["effect"] == .8 and effect["finding"] != "rose-more":
        wrong.append(f"{one['id']} has an effect that is not found")
print("An effect of half a point in three of eight groups is often not told from chance: p cannot get below 1 in 56 here.")

# %% A p by hand: of all ways to deal the markers over the eight groups, how many give as large a difference?
one = truth["interventions"][0]
effect = next(effect for effect in json.loads(read("/organisation/effects", construct=one["construct"]))["effects"]
              if set(effect["interventions"]) == set(one["recordedAs"]))
first = one["firstPulse"]
pulses = [pulse["pulse"] for pulse in of["CountPublished"]]
at = pulses.index(first)


def change(group):
    """Crude: the mean of the values of the six own points from the first pulse on, minus that of the six before."""
    own = {block["pulse"]: scale(block, one["construct"]) for block in of["BlockReleased"] if block["groups"] == [group]}
    value = [(pulses.index(pulse), measured[0]) for pulse, measured in own.items() if measured]
    before = [v for place, v in sorted(value) if place < at][-6:]
    after = [v for place, v in sorted(value) if place >= at][:6]
    return statistics.fmean(after) - statistics.fmean(before)


groups = sorted(effect["treated"] + effect["compared"])
changes = {group: change(group) for group in groups}


def difference(treated):
    return (statistics.fmean(changes[group] for group in treated)
            - statistics.fmean(changes[group] for group in groups if group not in treated))


dealt = [difference(treated) for treated in itertools.combinations(groups, len(effect["treated"]))]
seen = difference(effect["treated"])
p = sum(1 for one in dealt if abs(one) >= abs(seen) - 1e-12) / len(dealt)
print(f"\n{truth['interventions'][0]['id']} by hand, from means of six before and six after: {seen:+.2f},"
      f" p = {p:.3f} of {len(dealt)} ways")

for sentence in wrong:
    print("!", sentence)
sys.exit(1 if wrong else 0)
