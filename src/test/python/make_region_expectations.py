"""Writes small BraTS and KiTS masks with predictions and, computed with numpy, the Dice scores by
which EvaluateProtocolTest judges `eg-cnn evaluate --protocol`.

Usage: /usr/bin/python3 src/test/python/make_region_expectations.py
"""

import json
import pathlib

import nibabel
import numpy as np

OUT = pathlib.Path("src/test/resources/org/egcnn/cli/regions")
rng = np.random.default_rng(20190)
BRATS = {"WT": (1, 2, 4), "TC": (1, 4), "ET": (4,)}
KITS = {"Kidneys": (1, 2), "Tumor": (2,)}


def balls(shape, centre, radii_and_values):
    """Nested balls, the later ones written over the earlier."""
    z, y, x = np.indices(shape)
    distance = np.sqrt((z - centre[0]) ** 2 + (y - centre[1]) ** 2 + (x - centre[2]) ** 2)
    mask = np.zeros(shape, np.uint8)
    for radius, value in radii_and_values:
        mask[distance < radius] = value
    return mask


def disturbed(mask, values):
    """The mask moved by a voxel, with some voxels of other values."""
    moved = np.roll(mask, 1, axis=int(rng.integers(3)))
    wrong = rng.random(mask.shape) < 0.02
    moved[wrong] = rng.choice(values, size=wrong.sum())
    return moved


def without(mask, value, instead):
    changed = mask.copy()
    changed[changed == value] = instead
    return changed


def dice(reference, prediction, values, both_empty):
    r = np.isin(reference, values)
    p = np.isin(prediction, values)
    if not r.any() and not p.any():
        return both_empty
    return float(2 * (r & p).sum() / (r.sum() + p.sum()))


def save(mask, affine, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    nibabel.save(nibabel.Nifti1Image(mask, affine), path)


def write(name, cases, regions, affine, both_empty):
    expected = {}
    for case, (reference, prediction) in cases.items():
        save(reference, affine, OUT / name / "ref" / f"{case}.nii.gz")
        save(prediction, affine, OUT / name / "pred" / f"{case}.nii.gz")
        scores = {r: dice(reference, prediction, v, both_empty) for r, v in regions.items()}
        scores["mean"] = float(np.nanmean(list(scores.values())))
        expected[case] = scores
    means = {r: float(np.mean([c[r] for c in expected.values()])) for r in [*regions, "mean"]}
    (OUT / f"{name}.json").write_text(json.dumps({"cases": expected, "mean": means}, indent=1) + "\n")


shape = (14, 16, 18)
high = balls(shape, (6, 8, 9), [(6, 2), (4, 4), (2, 1)])
low = balls(shape, (7, 7, 8), [(6, 2), (4, 1)])
write(
    "brats",
    {
        "BraTS19_A_1": (high, disturbed(high, [0, 1, 2, 4])),
        # no enhancing tumour in either: 1 by the challenge's policy
        "BraTS19_B_1": (low, disturbed(low, [0, 1, 2])),
        # enhancing tumour where there is none: 0
        "BraTS19_C_1": (low, disturbed(low, [0, 1, 2, 4])),
        # enhancing tumour missed: 0
        "BraTS19_D_1": (high, without(high, 4, 1)),
    },
    BRATS,
    np.array([[-1, 0, 0, 0], [0, -1, 0, 15], [0, 0, 1, 0], [0, 0, 0, 1.0]]),
    1.0,
)
kidney = balls((10, 16, 18), (5, 8, 9), [(6, 1), (3, 2)])
write(
    "kits",
    {
        "case_00000": (kidney, disturbed(kidney, [0, 1, 2])),
        # a tumour taken for kidney costs nothing of "Kidneys"
        "case_00001": (kidney, without(kidney, 2, 1)),
    },
    KITS,
    np.array([[0, 0, -0.8, 0], [0, -0.8, 0, 0], [-3, 0, 0, 0], [0, 0, 0, 1.0]]),
    float("nan"),
)
