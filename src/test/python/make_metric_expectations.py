"""Makes metric-expectations.json: small pairs of masks and their metrics by brute force.

Nothing here shares an idea with the Java code but the definitions: surfaces come from
scipy.ndimage.binary_erosion, distances from all pairs of surface voxels (scipy cdist).

    python3 src/test/python/make_metric_expectations.py \
        > src/test/resources/org/egcnn/evaluate/metric-expectations.json
"""

import json
import sys

import numpy as np
from scipy.ndimage import binary_erosion, gaussian_filter, generate_binary_structure
from scipy.spatial.distance import cdist


def surface_points(mask, spacing):
    cross = generate_binary_structure(3, 1)
    surface = mask & ~binary_erosion(mask, cross, border_value=0)
    return np.argwhere(surface) * np.asarray(spacing)


def metrics(reference, prediction, spacing, tolerance):
    tp = int((reference & prediction).sum())
    fp = int((~reference & prediction).sum())
    fn = int((reference & ~prediction).sum())
    pairs = cdist(surface_points(reference, spacing), surface_points(prediction, spacing))
    from_reference = pairs.min(axis=1)
    from_prediction = pairs.min(axis=0)
    both = np.concatenate([from_reference, from_prediction])
    return {
        "tp": tp,
        "fp": fp,
        "fn": fn,
        "dice": 2 * tp / (reference.sum() + prediction.sum()),
        "jaccard": tp / (reference | prediction).sum(),
        "sensitivity": tp / reference.sum(),
        "precision": tp / prediction.sum(),
        "hausdorff": max(from_reference.max(), from_prediction.max()),
        "hd95": max(np.percentile(from_reference, 95), np.percentile(from_prediction, 95)),
        "assd": both.mean(),
        # The margin absorbs rounding: 7 * 0.7 - 5 * 0.7 is a little more than 1.4.
        "nsd": (both <= tolerance * (1 + 1e-9)).mean(),
    }


def blob(rng, size, share):
    noise = gaussian_filter(rng.standard_normal(size), 1.2)
    return noise > np.quantile(noise, 1 - share)


def case(name, reference, prediction, spacing, tolerance):
    # Axes are x, y, z; the text has x fastest.
    text = lambda mask: "".join("#" if v else "." for v in mask.flatten(order="F"))
    return {
        "name": name,
        "size": list(reference.shape),
        "spacing": spacing,
        "tolerance": tolerance,
        "reference": text(reference),
        "prediction": text(prediction),
        "expected": {k: float(v) for k, v in
                     metrics(reference, prediction, spacing, tolerance).items()},
    }


def main():
    rng = np.random.default_rng(20)
    cases = []
    for name, size, spacing, tolerance in [
        ("isotropic", (11, 9, 7), [1.0, 1.0, 1.0], 1.0),
        ("thick slices", (12, 10, 5), [0.7, 0.7, 3.5], 1.4),
        ("all axes differ", (7, 8, 9), [0.45, 1.3, 2.1], 2.0),
        ("noise to the border", (6, 13, 4), [2.0, 0.5, 0.8], 0.8),
    ]:
        cases.append(case(name, blob(rng, size, 0.3), blob(rng, size, 0.2), spacing, tolerance))
    ball = np.sum((np.indices((13, 13, 9)) - np.array([6, 6, 4])[:, None, None, None]) ** 2,
                  axis=0) < 12
    cases.append(case("shifted ball", ball, np.roll(ball, (1, -2, 1), (0, 1, 2)),
                      [0.8, 0.8, 1.5], 1.5))
    json.dump(cases, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
