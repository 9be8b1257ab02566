"""Writes the fingerprint expectations of FingerprintTest, computed by numpy.

Run from the checkout's root: python3 src/test/python/make_dataset_expectations.py
"""
import json

import numpy as np


def statistics(values):
    return {
        "voxels": int(values.size),
        "min": float(values.min()),
        "max": float(values.max()),
        "mean": float(values.mean()),
        "sd": float(values.std()),
    }


def case(width, height, depth, offset):
    x, y, z = np.meshgrid(np.arange(width), np.arange(height), np.arange(depth), indexing="ij")
    image = ((7 * x + 13 * y + 29 * z + offset) % 101 - 20).astype(np.float64)
    image[image < 0] = 0
    label = np.where((x + y + z + offset) % 5 == 0, 1, 0)
    label[(x + y * z) % 11 == 3] = 2
    return image, label


cases = [case(9, 8, 7, 0), case(6, 11, 5, 3)]
images = np.concatenate([image.ravel() for image, _ in cases])
labels = np.concatenate([label.ravel() for _, label in cases])
foreground = images[labels > 0]
expected = {
    "all": statistics(images),
    "nonZero": statistics(images[images != 0]),
    "foreground": statistics(foreground),
    "zeroShare": float((images == 0).mean()),
    "percentiles": np.percentile(foreground, [0.5, 50, 99.5]).tolist(),
    "classVoxels": [[int((label == k).sum()) for k in (1, 2)] for _, label in cases],
    "classShares": [float((labels == k).mean()) for k in (1, 2)],
}
with open("src/test/resources/org/egcnn/dataset/fingerprint.json", "w") as file:
    json.dump(expected, file, indent=1)
    file.write("\n")
