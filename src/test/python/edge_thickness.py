#!/usr/bin/env python3
"""How thick reference edges are: python3 edge_thickness.py DATASET SPLIT

Prints for each label of the split's validation cases the medians of the label's
voxels, and, for the edges of the default (Sobel magnitude above 0), for those
inside the label, and for those inside with a magnitude above 0.25, their number
as a share of the label's. Needs Debian's python3-nibabel and python3-scipy.
"""
import json
import sys

import nibabel
import numpy as np
from scipy import ndimage

EPSILON = 1e-6


def sobel(mask):
    square = np.zeros(mask.shape)
    for axis in range(3):
        derivative = mask.astype(float)
        for along in range(3):
            kernel = [-0.5, 0, 0.5] if along == axis else [0.25, 0.5, 0.25]
            derivative = ndimage.correlate1d(derivative, kernel, axis=along, mode="nearest")
        square += derivative**2
    return np.sqrt(square)


def main(dataset, split):
    rows = {}
    for case in json.load(open(split))["val"]:
        labels = np.round(nibabel.load(f"{dataset}/labelsTr/{case}.nii.gz").get_fdata())
        for label in (1, 2):
            mask = labels == label
            edges = sobel(mask)
            voxels = mask.sum()
            all_edges = (edges > EPSILON).sum() / voxels
            inner = ((edges > EPSILON) & mask).sum() / voxels
            thin = ((edges > 0.25) & mask).sum() / voxels
            rows.setdefault(label, []).append((voxels, all_edges, inner, thin))
    for label, values in rows.items():
        voxels, all_edges, inner, thin = np.median(np.array(values), axis=0)
        print(f"label {label}: {voxels:.0f} voxels, edges {all_edges:.2f}, "
              f"inside {inner:.2f}, inside above 0.25 {thin:.2f}")


main(*sys.argv[1:])
