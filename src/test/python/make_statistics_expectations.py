"""Makes statistics-expectations.json: paired differences, scipy's Wilcoxon test of them (up to
25 with ties: all choices of signs, counted one by one) and scipy's bootstrap interval of their
mean, and p-values with their Holm correction by hand.

    python3 src/test/python/make_statistics_expectations.py \
        > src/test/resources/org/egcnn/compare/statistics/statistics-expectations.json
"""

import json
import sys

import numpy as np
from scipy.stats import bootstrap, rankdata, wilcoxon


def counted(left):
    """The share of all choices of signs whose smaller rank sum is at most the one of these."""
    ranks = rankdata(np.abs(left))
    sums = np.zeros(1)
    for rank in ranks:
        sums = np.concatenate([sums, sums + rank])
    smaller = min(ranks[left > 0].sum(), ranks[left < 0].sum())
    return np.mean(np.minimum(sums, ranks.sum() - sums) <= smaller)


def wilcoxon_of(values):
    values = np.asarray(values)
    left = values[values != 0]
    ties = len(np.unique(np.abs(left))) < len(left)
    exact = len(left) <= 25
    test = wilcoxon(
        left,
        zero_method="wilcox",
        correction=not exact,
        mode="exact" if exact and not ties else "approx",
    )
    return {
        "count": len(left),
        "zeros": int((values == 0).sum()),
        "exact": exact,
        "smaller": float(test.statistic),
        "p": float(counted(left) if exact and ties else test.pvalue),
    }


def interval_of(values):
    result = bootstrap(
        (np.asarray(values),),
        np.mean,
        n_resamples=200_000,
        batch=2_000,
        confidence_level=0.95,
        method="BCa",
        random_state=np.random.default_rng(7),
    ).confidence_interval
    return {"low": float(result.low), "high": float(result.high)}


def holm(p):
    order = np.argsort(p)
    corrected = np.empty(len(p))
    for k, i in enumerate(order):
        corrected[i] = min(1, max((len(p) - j) * p[order[j]] for j in range(k + 1)))
    return corrected.tolist()


def main():
    rng = np.random.default_rng(1)
    samples = {
        "six, all above zero": np.round(rng.uniform(0.001, 0.02, 6), 6),
        "ten, no effect": np.round(rng.normal(0, 0.01, 10), 6),
        "twenty-five, shifted": np.round(rng.normal(0.004, 0.01, 25), 6),
        "twenty-six, approximate": np.round(rng.normal(0.003, 0.01, 26), 6),
        "forty, skewed": np.round(rng.exponential(0.01, 40) - 0.006, 6),
        "twelve with zeros": np.round(
            np.concatenate([rng.normal(0.004, 0.01, 9), np.zeros(3)]), 6
        ),
        "thirty with ties and zeros": np.round(rng.normal(0.004, 0.01, 30), 2),
        "five, four alike": np.array([1, 1, 1, 1, 2]) / 4,
        "twenty with ties": np.round(rng.normal(0.004, 0.01, 20), 3),
        "eight with ties": np.array([1, 1, -1, 2, 2, 3, -2, 4]) / 64,
    }
    tests = []
    for name, values in samples.items():
        values = values + 0.0  # no negative zeros
        tests.append(
            {
                "name": name,
                "differences": values.tolist(),
                "wilcoxon": wilcoxon_of(values),
                "interval": interval_of(values),
            }
        )
    p = [0.01, 0.04, 0.03, 0.005, 0.5, 0.04]
    json.dump({"tests": tests, "holm": {"p": p, "corrected": holm(p)}}, sys.stdout, indent=1)
    print()


main()
