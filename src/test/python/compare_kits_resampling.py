"""Resamples KiTS masks to 1 mm and back with this project and with scipy.ndimage.zoom, and writes
a Markdown table: Dice with the original, seconds of the resampling alone, processor seconds and peak
memory of the whole process; each case and method runs in a process of its own.

    mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
    /usr/bin/python3 src/test/python/compare_kits_resampling.py SHARED > table.md

SHARED is the folder that holds data/kits19_masks.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import nibabel
import numpy as np
from scipy.ndimage import zoom

JAVA = ["java", "-Xmx1500m", "-cp"]
MAIN = "org.egcnn.image.KitsResamplingBenchmark"


def resized(labels, shape, one_hot):
    """The labels on a grid of another size with the same outer borders."""
    factors = [m / n for m, n in zip(shape, labels.shape)]
    if not one_hot:
        return zoom(labels, factors, order=0, mode="nearest", grid_mode=True)
    best = np.zeros(shape, np.float32)
    result = np.zeros(shape, np.uint8)
    for value in range(int(labels.max()) + 1):
        mask = (labels == value).astype(np.float32)
        weight = zoom(mask, factors, order=1, mode="nearest", grid_mode=True)
        # ties go to the larger value, as in Resampling.labels
        won = weight >= best
        result[won] = value
        best[won] = weight[won]
    return result


def dice(a, b, lowest):
    a, b = a >= lowest, b >= lowest
    return 2 * (a & b).sum() / (a.sum() + b.sum())


def scipy_case(folder, one_hot):
    image = nibabel.load(folder / "segmentation.nii.gz")
    labels = np.asarray(image.dataobj).astype(np.uint8)
    spacing = image.header.get_zooms()
    start = time.perf_counter()
    shape = [max(1, int(n * s + 0.5)) for n, s in zip(labels.shape, spacing)]
    back = resized(resized(labels, shape, one_hot), labels.shape, one_hot)
    seconds = time.perf_counter() - start
    kept = set(np.unique(labels)) == set(np.unique(back))
    print(
        f"case={folder.name} kidney={dice(labels, back, 1):.5f} tumour={dice(labels, back, 2):.5f}"
        f" kept={str(kept).lower()} seconds={seconds:.2f}"
    )


def measured(command):
    """What a process prints of its case, its processor seconds and its peak memory in MB."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise SystemExit(f"failed: {command}")
        out.seek(0)
        fields = dict(f.split("=") for f in out.readline().split())
    return fields, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(shared):
    classpath = pathlib.Path("target/classpath.txt").read_text().strip()
    java = [*JAVA, f"target/test-classes:target/classes:{classpath}", f"-Degcnn.shared={shared}"]
    methods = {
        "ours": lambda folder: [*java, MAIN, folder.name],
        "order 0": lambda folder: [sys.executable, __file__, "--case", str(folder), "0"],
        "order 1": lambda folder: [sys.executable, __file__, "--case", str(folder), "1"],
    }
    print("| case | voxels | mm | method | kidney | tumour | classes kept | s | CPU s | MB |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    rows = {name: [] for name in methods}
    for folder in sorted((pathlib.Path(shared) / "data/kits19_masks").glob("case_*")):
        header = nibabel.load(folder / "segmentation.nii.gz").header
        size = "x".join(str(n) for n in header.get_data_shape())
        spacing = " x ".join(f"{s:.3g}" for s in header.get_zooms())
        for name, command in methods.items():
            got, processor, memory = measured(command(folder))
            scores = [float(got[k]) for k in ("kidney", "tumour", "seconds")]
            rows[name].append([*scores, processor, memory])
            print(
                f"| {folder.name} | {size} | {spacing} | {name} | {float(got['kidney']):.4f}"
                f" | {float(got['tumour']):.4f} | {got['kept']} | {got['seconds']}"
                f" | {processor:.1f} | {memory:.0f} |",
                flush=True,
            )
    print()
    print("| method | lowest kidney | lowest tumour | mean s | mean CPU s | most MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, values in rows.items():
        kidney, tumour, seconds, processor, memory = np.array(values).T
        print(
            f"| {name} | {kidney.min():.4f} | {tumour.min():.4f} | {seconds.mean():.2f}"
            f" | {processor.mean():.1f}"
            f" | {memory.max():.0f} |"
        )


if sys.argv[1] == "--case":
    scipy_case(pathlib.Path(sys.argv[2]), sys.argv[3] == "1")
else:
    main(sys.argv[1])
