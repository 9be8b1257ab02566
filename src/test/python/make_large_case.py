"""Writes a case as large as KiTS 2019 has them: 1000 slices of 512x512, slices first, int16 CT with
a uint8 mask of two kidneys and a tumour. Used to measure memory, see docs/protocols.md.

    /usr/bin/python3 src/test/python/make_large_case.py FOLDER/case_00000
"""

import gzip
import pathlib
import sys

import nibabel
import numpy as np

SLICES = 1000
AFFINE = np.array([[0, 0, -0.9765625, 0], [0, -0.9765625, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 1]])

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
image = np.empty((SLICES, 512, 512), np.int16, order="F")
mask = np.zeros((SLICES, 512, 512), np.uint8, order="F")
y, x = np.mgrid[:512, :512]
body = ((y - 256) / 150) ** 2 + ((x - 256) / 200) ** 2 < 1
noise = np.random.default_rng(1).integers(-15, 16, (512, 512)).astype(np.int16)
for i in range(SLICES):
    image[i] = np.where(body, 40, -1000) + np.roll(noise, 7 * i, axis=1)
    # centre along x, half axes along z, y, x, label
    for cx, a, b, c, label in ((170, 55, 30, 28, 1), (340, 55, 30, 28, 1), (345, 20, 14, 14, 2)):
        rest = 1 - ((i - SLICES / 2) / a) ** 2
        inside = ((y - 270) / b) ** 2 + ((x - cx) / c) ** 2 < rest
        mask[i][inside] = label
        image[i][inside] += 120
for array, name in ((image, "imaging"), (mask, "segmentation")):
    header = nibabel.Nifti1Image(array[:1], AFFINE).header
    header.set_data_shape(array.shape)
    header["vox_offset"] = 352
    with gzip.open(folder / f"{name}.nii.gz", "wb", compresslevel=1) as file:
        file.write(header.binaryblock + bytes(4))
        for column in range(512):
            file.write(array[:, :, column].tobytes(order="F"))
