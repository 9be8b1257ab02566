"""Writes what layers of org.egcnn.tensorflow must give, as NumPy and SciPy compute it.

Run from the project's root: /usr/bin/python3 src/test/python/make_layer_expectations.py
Arrays are in row-major order of [N, D, H, W, C].
"""

import json
import pathlib

import numpy as np
from scipy import ndimage, signal

FOLDER = pathlib.Path("src/test/resources/org/egcnn/tensorflow")
rng = np.random.default_rng(20180326)


def flat(array):
    return [float(f"{v:.9g}") for v in np.asarray(array, dtype=np.float64).ravel()]


def normal(shape):
    return rng.normal(size=shape).round(3)


def write(name, cases):
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps(cases, separators=(",", ":"))
    (FOLDER / name).write_text(text.replace("},{", "},\n{") + "\n")


def upsampling_cases():
    cases = []
    for shape in [(1, 3, 4, 2, 2), (2, 1, 2, 3, 1), (1, 2, 1, 5, 3)]:
        x = normal(shape)
        expected = np.stack([
            np.stack([ndimage.zoom(x[n, ..., c], 2, order=1, mode="nearest", grid_mode=True)
                      for c in range(shape[4])], axis=-1)
            for n in range(shape[0])])
        cases.append(dict(shape=shape, input=flat(x), expected=flat(expected)))
    return cases


def group_norm_cases():
    cases = []
    for shape, groups in [((2, 2, 1, 3, 16), 8), ((1, 2, 2, 2, 6), 6), ((2, 1, 2, 2, 12), 6),
                          ((1, 1, 3, 2, 1), 1)]:
        channels = shape[4]
        x = normal(shape) * rng.uniform(0.5, 4, channels).round(2) + normal(channels) * 3
        gain, offset = normal(channels), normal(channels)
        grouped = x.reshape(shape[0], -1, groups, channels // groups)
        mean = grouped.mean(axis=(1, 3), keepdims=True)
        variance = grouped.var(axis=(1, 3), keepdims=True)
        normalised = ((grouped - mean) / np.sqrt(variance + 1e-5)).reshape(shape)
        cases.append(dict(shape=shape, groups=groups, input=flat(x), gain=flat(gain),
                          offset=flat(offset), expected=flat(normalised * gain + offset)))
    return cases


def convolution_cases():
    # few channels out of rows of even and odd length, and more than 8
    cases = []
    for shape, side, out in [((2, 2, 3, 4, 2), 3, 3), ((1, 3, 2, 6, 3), 5, 2),
                             ((1, 2, 2, 5, 2), 3, 2), ((1, 2, 3, 4, 2), 3, 9)]:
        x = normal(shape)
        kernel = normal((side, side, side, shape[4], out))
        expected = np.stack([
            np.stack([sum(signal.correlate(np.pad(x[n, ..., i], side // 2), kernel[..., i, o], "valid")
                          for i in range(shape[4])) for o in range(out)], axis=-1)
            for n in range(shape[0])])
        cases.append(dict(shape=shape, kernelShape=kernel.shape, input=flat(x), kernel=flat(kernel),
                          expected=flat(expected)))
    return cases


write("upsampling.json", upsampling_cases())
write("group-norm.json", group_norm_cases())
write("convolution.json", convolution_cases())
