#!/usr/bin/env python3
"""Where masks of the hippocampus err: python3 hippocampus_errors.py REFERENCES MASKS...

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

If there are several folders of masks, the last line says how far the divisions of
these lie apart (standard deviation in mm, mean over the cases).
Needs Debian's python3-nibabel and python3-scipy.
"""
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
    depth = np.where(
        wanted, ndimage.distance_transform_edt(wanted), ndimage.distance_transform_edt(~wanted)
    )
    return [
        dice_of_classes(mask, reference),
        dice(organ, wanted),
        dice_of_classes(divided, reference),
        np.sum(wrong & (depth > 1)) / max(1, np.sum(wrong)),
        abs(division(mask, spacing) - division(reference, spacing)),
    ]


def main(references, *folders):
    print("classes  whole divided farther division")
    divisions = []
    for folder in folders:
        rows, places = [], []
        for file in sorted(Path(folder).glob("*.nii.gz")):
            reference, spacing = read(Path(references) / file.name)
            mask, _ = read(file)
            rows.append(errors(mask, reference, spacing))
            places.append(division(mask, spacing))
        print("%7.4f %6.4f %7.4f %7.3f %8.2f" % tuple(np.mean(rows, axis=0)), folder)
        divisions.append(places)
    if len(divisions) > 1:
        print(f"divisions apart: {np.std(divisions, axis=0, ddof=1).mean():.2f}")


main(*sys.argv[1:])
