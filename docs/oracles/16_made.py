#!/usr/bin/env python3
"""Case 16: writes 16_made_rows.csv, rows that belong to nobody, and 16_made.json, what is to be reproduced of them.

Every number from its formula with numpy and scipy, without any code of the project: alpha and its Feldt interval, one
factor by unweighted least squares on the correlations, rwg(j), r*wg(j), AD, the one-way variance between teams, and
shrinkage by moments. With the name of a csv and of a reversed item it prints the same of other rows.
"""
import csv, json, sys
import numpy as np
from scipy import optimize, stats

def made():
    chance = np.random.default_rng(2042)
    rows = []
    for team, size, level in (("A", 6, 3.1), ("B", 9, 3.9), ("C", 5, 2.6), ("D", 8, 3.6)):
        for _ in range(size):
            own = level + chance.normal(0, .7)
            cells = [int(np.clip(round(own + chance.normal(0, .8)), 1, 5)) for _ in range(5)]
            cells[2] = 6 - cells[2]
            rows.append([team] + [str(cell) for cell in cells])
    rows[4][3] = ""
    return ["team", "M1", "M2", "M3", "M4", "M5"], rows

def number(x):
    return float("%.15g" % x)

def reliability(items, raw, x, reversed_items):
    n, k = x.shape
    cov, cor = np.cov(x.T), np.corrcoef(x.T)
    alpha = lambda c: len(c) / (len(c) - 1) * (1 - np.trace(c) / c.sum())
    a, mean_r = alpha(cov), (cor.sum() - k) / (k * (k - 1))
    off = ~np.eye(k, dtype=bool)
    miss = lambda load: (cor - np.outer(load, load))[off]
    load = optimize.least_squares(miss, np.full(k, .6), xtol=1e-15, ftol=1e-15, gtol=1e-15).x
    load *= np.sign(load.sum())
    f = stats.f(n - 1, (n - 1) * (k - 1))
    rest = lambda i: np.corrcoef(x[:, i], np.delete(x, i, 1).sum(1))[0, 1]
    without = lambda i: alpha(np.delete(np.delete(cov, i, 0), i, 1))
    each = lambda what: {item: number(what(i)) for i, item in enumerate(items)}
    return {
        "n_complete": n, "reversed": reversed_items, "scale": [1, 5],
        "item_means": each(lambda i: raw[:, i].mean()), "alpha_raw": number(a),
        "alpha_std": number(k * mean_r / (1 + (k - 1) * mean_r)), "r_drop": each(rest),
        "alpha_if_dropped": each(without), "loadings_uls_1f": each(lambda i: load[i]),
        "omega_total_1f_uls": number(load.sum() ** 2 / (load.sum() ** 2 + (1 - load ** 2).sum())),
        "alpha_feldt_ci90": {"lo": number(1 - (1 - a) * f.ppf(.95)), "hi": number(1 - (1 - a) * f.ppf(.05))}}

def agreement(x):
    k, s2 = x.shape[1], x.var(0, ddof=1).mean()
    def rwgj(null):
        r = 1 - s2 / null
        return 0.0 if r <= 0 else number(k * r / (k * r + s2 / null))
    first = 1 - x[:, 0].var(ddof=1) / 2
    return {"n": len(x), "rwg_item1": number(max(0, first)), "rwgj_uniform": rwgj(2), "rwgj_slight_skew_1.34": rwgj(1.34),
            "rstar_wgj_uniform": number(1 - s2 / 2), "rstar_wgj_maxdissensus_4": number(1 - s2 / 4),
            "ad_m": number(np.abs(x - x.mean(0)).mean()), "mean_item_var": number(s2)}

def between(teams):
    n, g, N = [len(y) for y in teams], len(teams), sum(map(len, teams))
    grand = np.concatenate(teams).mean()
    msb = sum(len(y) * (y.mean() - grand) ** 2 for y in teams) / (g - 1)
    msw = sum(((y - y.mean()) ** 2).sum() for y in teams) / (N - g)
    k0, kbar = (N - sum(m * m for m in n) / N) / (g - 1), N / g
    tau2 = max(0, (msb - msw) / k0)
    icc = {"MSB": msb, "MSW": msw, "F": msb / msw, "p": stats.f.sf(msb / msw, g - 1, N - g), "k0": k0, "kbar": kbar,
           "icc1_k0": (msb - msw) / (msb + (k0 - 1) * msw), "icc1_kbar": (msb - msw) / (msb + (kbar - 1) * msw),
           "icc2": (msb - msw) / msb, "tau2_moment": tau2, "sigma2_within": msw}
    return {"df1": g - 1, "df2": N - g, **{key: number(value) for key, value in icc.items()}}, tau2, msw

def shrinkage(names, teams, tau2, msw):
    weights = [1 / (tau2 + msw / len(y)) for y in teams]
    mu = sum(w * y.mean() for w, y in zip(weights, teams)) / sum(weights)
    lam = [tau2 / (tau2 + msw / len(y)) for y in teams]
    return {"mu": number(mu), "tau2": number(tau2), "sigma2": number(msw), "teams": [
        {"team": name, "n": len(y), "mean": number(y.mean()), "lambda": number(l), "eb": number(l * y.mean() + (1 - l) * mu),
         "posterior_sd": number(np.sqrt((1 - l) * tau2))} for name, y, l in zip(names, teams, lam)]}

def case(head, rows, reversed_items):
    items = head[1:] if head[0] == "team" else head
    whole = [row for row in rows if all(cell not in ("", "NA") for cell in row)]
    x = np.array([[float(cell) for cell in row[-len(items):]] for row in whole])
    turned = x.copy()
    for item in reversed_items:
        turned[:, items.index(item)] = 6 - turned[:, items.index(item)]
    told = {"reliability": reliability(items, x, turned, reversed_items)}
    if head[0] == "team":
        names = list(dict.fromkeys(row[0] for row in whole))
        of = {name: x[[row[0] == name for row in whole]] for name in names}
        scores = [of[name].mean(1) for name in names]
        icc, tau2, msw = between(scores)
        told["agreement_icc"] = {"items": items, "icc": icc, "teams": [{"team": n, **agreement(of[n])} for n in names]}
        told["shrinkage"] = {"moment": shrinkage(names, scores, tau2, msw)}
    return told

if len(sys.argv) > 1:
    with open(sys.argv[1]) as file:
        lines = list(csv.reader(file))
    print(json.dumps(case(lines[0], lines[1:], sys.argv[2:]), indent=1))
else:
    head, rows = made()
    with open("16_made_rows.csv", "w") as file:
        file.writelines(",".join(row) + "\n" for row in [head] + rows)
    with open("16_made.json", "w") as file:
        file.write(json.dumps(case(head, rows, ["M3"]), indent=2) + "\n")
