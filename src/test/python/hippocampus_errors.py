#!/usr/bin/env python3
"""Where masks of the hippocampus err: python3 hippocampus_errors.py REFERENCES MASKS...
or how well the organ's ends alone tell where it is divided:
python3 hippocampus_errors.py REFERENCES SPLIT.json

REFERENCES and each of MASKS are folders of files of the same names. Prints means over
the cases, a line for each folder of masks:

classes    Dice, mean of anterior (1) and posterior (2)
whole      Dice of both as one organ
divided    Dice of the classes if the voxels that are rightly in the organ had the
           reference's class: what is left is the organ's surface
farther    share of the voxels wrongly in or out of the organ that are more than one
           voxel from the other side of the reference's surface
division   distance in mm along y between the mean places at which anterior and
           posterior meet, in mask and reference
bias       the same with its sign, positive if the mask's is farther along y

If there are several folders of masks, the last line says how far the divisions of
these lie apart (standard deviation in mm, mean over the cases).
With a split file, the place of the division is fitted as a linear function of the two
ends of the reference organ along y on the cases that train, and its mean distance is
printed for those that validate. No image is looked at.
Needs Debian's python3-nibabel and python3-scipy.
"""
import json
import sys
from pathlib import Path

import nibabel
import numpy as np
from scipy import ndimage

Y = 1


def read(file):
    image = nibabel.load(file)
    return np.round(image.get_fdata()).astype(int), image.header.get_zooms()


def dice(a, b):
    return 2 * np.sum(a & b) / (np.sum(a) + np.sum(b))


def dice_of_classes(mask, reference):
    return np.mean([dice(mask == label, reference == label) for label in (1, 2)])


def division(mask, spacing):
    """Where neighbours along y change from one class to the other, mean, in mm."""
    near, far = mask[:, :-1], mask[:, 1:]
    places = np.argwhere((near + far == 3) & (near * far == 2))
    return spacing[Y] * (places[:, Y].mean() + 0.5)


def errors(mask, reference, spacing):
    organ, wanted = mask > 0, reference > 0
    both = organ & wanted
    divided = mask.copy()
    divided[both] = reference[both]
    wrong = organ != wanted
    apart = division(mask, spacing) - division(reference, spacing)
    depth = np.where(
        wanted, ndimage.distance_transform_edt(wanted), ndimage.distance_transform_edt(~wanted)
    )
    return [
        dice_of_classes(mask, reference),
        dice(organ, wanted),
        dice_of_classes(divided, reference),
        np.sum(wrong & (depth > 1)) / max(1, np.sum(wrong)),
        abs(apart),
        apart,
    ]


def ends_and_division(references, case):
    reference, spacing = read(Path(references) / f"{case}.nii.gz")
    slices = np.where((reference > 0).any((0, 2)))[0] * spacing[Y]
    return [1, slices[0], slices[-1], division(reference, spacing)]


def by_the_ends(references, split):
    cases = json.load(open(split))
    train, val = (
        np.array([ends_and_division(references, case) for case in cases[name]])
        for name in ("train", "val")
    )
    weights = np.linalg.lstsq(train[:, :3], train[:, 3], rcond=None)[0]
    distance = np.abs(val[:, :3] @ weights - val[:, 3]).mean()
    print(f"by the ends alone, {len(val)} cases: {distance:.2f}")


def by_masks(references, folders):
    print("classes  whole divided farther division   bias")
    divisions = []
    for folder in folders:
        rows, places = [], []
        for file in sorted(Path(folder).glob("*.nii.gz")):
            reference, spacing = read(Path(references) / file.name)
            mask, _ = read(file)
            rows.append(errors(mask, reference, spacing))
            places.append(division(mask, spacing))
        print("%7.4f %6.4f %7.4f %7.3f %8.2f %+6.2f" % tuple(np.mean(rows, axis=0)), folder)
        divisions.append(places)
    if len(divisions) > 1:
        print(f"divisions apart: {np.std(divisions, axis=0, ddof=1).mean():.2f}")


def main(references, *others):
    if others[0].endswith(".json"):
        by_the_ends(references, others[0])
    else:
        by_masks(references, others)


main(*sys.argv[1:])
