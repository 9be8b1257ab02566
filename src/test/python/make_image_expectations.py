"""Writes what the filters of org.egcnn.image must give, as SciPy and NiBabel compute it.

Run from the project's root: /usr/bin/python3 src/test/python/make_image_expectations.py
Arrays are written x fastest; in here they are indexed z, y, x.
"""

import itertools
import json
import pathlib

import nibabel
import numpy as np
from scipy import ndimage

FOLDER = pathlib.Path("src/test/resources/org/egcnn/image")
rng = np.random.default_rng(20200207)


def flat(array):
    return [float(f"{v:.8g}") for v in np.asarray(array, dtype=np.float64).ravel()]


def size(array):
    return list(array.shape[::-1])


def write(name, cases):
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps(cases, separators=(",", ":"))
    (FOLDER / name).write_text(text.replace("},{", "},\n{") + "\n")


def sobel(image, spacing):
    total = np.zeros(image.shape)
    for axis in range(3):
        g = image.astype(np.float64)
        for other in range(3):
            kernel = [-0.5, 0, 0.5] if other == axis else [0.25, 0.5, 0.25]
            g = ndimage.correlate1d(g, kernel, axis=other, mode="nearest")
        total += (g / spacing[2 - axis]) ** 2
    return np.sqrt(total)


def random_image(shape):
    return rng.normal(size=shape).astype(np.float32).round(4) + np.float32(0)


def random_mask(shape, share):
    return (rng.random(shape) < share).astype(np.float32)


def sobel_cases():
    cases = []
    for image, spacing in [
        (random_image((5, 6, 7)), [1.0, 1.0, 1.0]),
        (random_image((21, 3, 4)), [0.8, 0.7, 5.0]),
        (random_mask((6, 8, 9), 0.3), [0.5, 2.0, 1.5]),
        (random_image((1, 6, 5)), [1.0, 2.0, 3.0]),
        (random_image((4, 1, 1)), [1.0, 2.0, 3.0]),
    ]:
        cases.append(dict(size=size(image), numbers=spacing, input=flat(image),
                          expected=flat(sobel(image, spacing))))
    return cases


def linear_cases():
    cases = []
    for source, target in [
        ((4, 5, 6), (8, 10, 12)), ((5, 6, 7), (3, 4, 2)), ((3, 7, 4), (11, 7, 5)),
        ((1, 4, 5), (3, 1, 9)), ((9, 2, 3), (1, 1, 1)),
    ]:
        image = random_image(source)
        grids = [np.clip((np.arange(m) + 0.5) * n / m - 0.5, 0, n - 1)
                 for n, m in zip(source, target)]
        points = np.meshgrid(*grids, indexing="ij")
        expected = ndimage.map_coordinates(image.astype(np.float64), points, order=1, mode="nearest")
        if all(m > 1 for m in target):
            zoomed = ndimage.zoom(image.astype(np.float64),
                                  [m / n for n, m in zip(source, target)],
                                  order=1, mode="nearest", grid_mode=True)
            assert np.allclose(zoomed, expected, atol=1e-10)
        cases.append(dict(size=size(image), numbers=list(target[::-1]), input=flat(image),
                          expected=flat(expected)))
    return cases


def label_cases():
    """One class after another, each mask interpolated whole: the larger label wins a tie."""
    cases = []
    for source, target in [((4, 5, 6), (9, 7, 11)), ((8, 7, 9), (5, 6, 4)), ((6, 6, 6), (3, 6, 12))]:
        blobs = ndimage.gaussian_filter(rng.normal(size=(4,) + source), (0, 1, 1, 1))
        labels = np.array([0, 1, 2, 7])[blobs.argmax(axis=0)]
        grids = [np.clip((np.arange(m) + 0.5) * n / m - 0.5, 0, n - 1)
                 for n, m in zip(source, target)]
        points = np.meshgrid(*grids, indexing="ij")
        best = np.full(target, -1.0)
        result = np.zeros(target, dtype=int)
        for value in np.unique(labels):
            weight = ndimage.map_coordinates((labels == value).astype(np.float64), points, order=1,
                                             mode="nearest")
            wins = weight > best - 1e-9
            result[wins] = value
            best = np.maximum(best, weight)
        assert set(np.unique(result)) == set(np.unique(labels))
        cases.append(dict(size=size(labels), numbers=list(target[::-1]), input=flat(labels),
                          expected=flat(result)))
    return cases


def distance_cases():
    cases = []
    for shape, share, spacing in [
        ((6, 7, 8), 0.05, [1.0, 1.0, 1.0]), ((5, 9, 6), 0.1, [0.7, 0.9, 3.3]),
        ((1, 8, 5), 0.1, [2.0, 0.5, 1.0]), ((3, 1, 20), 0.1, [0.1, 1.0, 0.4]),
    ]:
        mask = random_mask(shape, share)
        assert mask.any()
        expected = ndimage.distance_transform_edt(mask == 0, sampling=spacing[::-1])
        cases.append(dict(size=size(mask), numbers=spacing, input=flat(mask),
                          expected=flat(expected)))
    return cases


def orientation_cases():
    """Rotations up to 40 degrees about a random axis, of every axis permutation with random flips."""
    cases = []
    for permutation in itertools.permutations(range(3)):
        for _ in range(4):
            axis = rng.normal(size=3)
            axis /= np.linalg.norm(axis)
            angle = np.deg2rad(rng.uniform(0, 40))
            cross = np.cross(np.eye(3), axis)
            rotation = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
            flips = np.diag(rng.choice([-1.0, 1.0], size=3))
            affine = np.eye(4)
            affine[:3, :3] = rotation @ np.eye(3)[:, permutation] @ flips
            affine[:3, :3] *= rng.uniform(0.5, 5, size=3)
            affine[:3, 3] = rng.uniform(-100, 100, size=3)
            affine = affine.round(6)
            codes = "".join(nibabel.aff2axcodes(affine))
            if abs(optimum(affine) - score(affine, codes)) < 1e-12:
                cases.append(dict(affine=affine[:3].tolist(), expected=codes))
    assert len(cases) >= 20
    return cases


def unit_columns(affine):
    return affine[:3, :3] / np.linalg.norm(affine[:3, :3], axis=0)


def optimum(affine):
    """The highest sum of cosines of all permutations; NiBabel's is a greedy choice."""
    cosines = np.abs(unit_columns(affine))
    return max(sum(cosines[p[i], i] for i in range(3)) for p in itertools.permutations(range(3)))


def score(affine, codes):
    cosines = np.abs(unit_columns(affine))
    axes = ["LR", "PA", "IS"]
    return sum(cosines[[i for i, pair in enumerate(axes) if c in pair][0], column]
               for column, c in enumerate(codes))


def component_cases():
    """SciPy's numbers, renumbered by size, largest first, ties in raster order."""
    cases = []
    for shape, share, diagonal in [
        ((6, 9, 8), 0.3, False), ((6, 9, 8), 0.12, True), ((7, 8, 9), 0.5, False),
        ((1, 12, 10), 0.4, True), ((5, 1, 11), 0.5, False),
    ]:
        mask = random_mask(shape, share)
        structure = np.ones((3, 3, 3)) if diagonal else None
        numbers, count = ndimage.label(mask, structure)
        sizes = np.bincount(numbers.ravel())[1:]
        first = [np.flatnonzero(numbers.ravel() == i + 1)[0] for i in range(count)]
        order = sorted(range(count), key=lambda i: (-sizes[i], first[i]))
        renumber = np.zeros(count + 1, dtype=int)
        for rank, i in enumerate(order):
            renumber[i + 1] = rank + 1
        cases.append(dict(size=size(mask), numbers=[1.0 if diagonal else 0.0], input=flat(mask),
                          expected=flat(renumber[numbers])))
    return cases


def gaussian_cases():
    cases = []
    for shape, sigma in [
        ((6, 7, 8), [1.0, 1.0, 1.0]), ((3, 9, 5), [0.4, 2.5, 0.0]), ((1, 4, 12), [3.0, 0.7, 1.5]),
    ]:
        image = random_image(shape)
        expected = ndimage.gaussian_filter(image.astype(np.float64), sigma[::-1])
        cases.append(dict(size=size(image), numbers=sigma, input=flat(image),
                          expected=flat(expected)))
    return cases


def affine_cases():
    """The affine maps x, y, z; SciPy's coordinates run z, y, x."""
    cases = []
    for shape, target, scale in [((6, 7, 8), (7, 6, 9), 1.1), ((5, 9, 4), (8, 8, 8), 0.6),
                                 ((4, 4, 4), (3, 3, 3), 2.7)]:
        image = random_image(shape)
        labels = rng.integers(0, 5, size=shape)
        matrix = np.eye(3) * scale + rng.normal(scale=0.15, size=(3, 3))
        middle = (np.array(shape[::-1]) - 1) / 2 - matrix @ ((np.array(target[::-1]) - 1) / 2)
        affine = np.column_stack([matrix, middle + rng.normal(size=3)]).round(5)
        z, y, x = np.meshgrid(*map(np.arange, target), indexing="ij")
        position = np.tensordot(affine[:, :3], np.stack([x, y, z]), 1) + affine[:, 3, None, None, None]
        points = position[::-1]
        linear = ndimage.map_coordinates(image.astype(np.float64), points, order=1,
                                         mode="grid-constant", cval=-2.5)
        nearest = ndimage.map_coordinates(labels, points, order=0, mode="grid-constant", cval=9)
        common = dict(size=size(image), affine=affine.tolist(), target=list(target[::-1]))
        cases.append(dict(common, image=flat(image), labels=labels.ravel().tolist(),
                          linear=flat(linear), nearest=nearest.ravel().tolist()))
    return cases


def intensity_cases():
    samples = (rng.gamma(2, 50, size=60) - 40).astype(np.float32).round(3)
    samples[::7] = 0
    other = samples[samples != 0].astype(np.float64)
    wide = samples.astype(np.float64)
    scored = np.where(samples != 0, (wide - other.mean()) / other.std(), 0)
    p = [0, 0.5, 10, 50, 99.5, 100]
    return dict(samples=flat(samples), p=p, percentiles=flat(np.percentile(wide, p)),
                statistics=[wide.min(), wide.max(), wide.mean(), wide.std(), other.size],
                zScore=flat((wide - wide.mean()) / wide.std()), zScoreNonZero=flat(scored))


write("sobel.json", sobel_cases())
write("linear.json", linear_cases())
write("labels.json", label_cases())
write("distance.json", distance_cases())
write("orientation.json", orientation_cases())
write("components.json", component_cases())
write("gaussian.json", gaussian_cases())
write("affine.json", affine_cases())
write("intensities.json", intensity_cases())
