"""Times in SciPy what FiltersBenchmark times in Java: the best of several runs, in milliseconds."""

import time

import numpy as np
from scipy import ndimage

SHAPE = (155, 240, 240)
image = np.random.default_rng(1).normal(size=SHAPE).astype(np.float32)
z, y, x = np.ogrid[:155, :240, :240]
ball = np.sqrt((x - 119.5) ** 2 + (y - 119.5) ** 2 + (z - 77.0) ** 2) < 40


def sobel():
    total = np.zeros(SHAPE, np.float32)
    for axis in range(3):
        g = image
        for other in range(3):
            kernel = [-0.5, 0, 0.5] if other == axis else [0.25, 0.5, 0.25]
            g = ndimage.correlate1d(g, kernel, axis=other, mode="nearest")
        total += g * g
    return np.sqrt(total)


def measure(name, function, runs=3):
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - start)
    print(f"{name}: {best * 1e3:.1f} ms", flush=True)


def zoom(shape):
    return ndimage.zoom(image, [m / n for n, m in zip(SHAPE, shape)], order=1, mode="nearest",
                        grid_mode=True)


measure("sobel", sobel)
measure("linear up to 300x300x194", lambda: zoom((194, 300, 300)))
measure("linear down to 160x160x103", lambda: zoom((103, 160, 160)))
measure("distance", lambda: ndimage.distance_transform_edt(~ball), runs=2)
measure("components", lambda: ndimage.label(ball))
measure("gaussian sigma 2", lambda: ndimage.gaussian_filter(image, 2))
matrix = np.array([[1, -0.05, 0.01], [0.05, 0.98, -0.1], [0.02, 0.1, 0.99]])
for n in (64, 96):
    measure(f"affine {n}x{n}x{n}",
            lambda: ndimage.affine_transform(image, matrix, (10, 30, 20), (n, n, n), order=1,
                                             mode="grid-constant"))
