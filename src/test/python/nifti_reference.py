"""Writes what nibabel reads from NIfTI files, and small files that nibabel writes.

Usage: python3 nifti_reference.py SHARED RESOURCES
SHARED is the folder of real data; RESOURCES is src/test/resources/org/egcnn/volume.
"""

import gzip
import json
import sys
from pathlib import Path

import nibabel as nib
import numpy as np

TYPES = ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"]
AFFINE = np.array(
    [[-1.5, 0.1, 0.2, 10], [0.12, 0.9, -0.3, -20], [0.1, 0.25, 2.5, 30], [0, 0, 0, 1]]
)
ROTATED = nib.affines.from_matvec(
    nib.eulerangles.euler2mat(0.3, -0.5, 1.1) @ np.diag([0.7, -0.8, 2.0]), [5, -6, 7]
)


def describe(path, all_voxels):
    image = nib.load(path)
    data = np.asanyarray(image.dataobj)
    data = data.reshape(data.shape + (1,) * (5 - data.ndim))
    data = data.reshape(data.shape[:3] + (-1,), order="F")
    size = list(data.shape)
    if all_voxels:
        positions = np.ndindex(*size)
    else:
        rng = np.random.default_rng(1)
        positions = [[int(rng.integers(n)) for n in size] for _ in range(12)]
    values = data.astype(np.float64)
    return {
        "size": size,
        "affine": image.affine[:3].tolist(),
        "finite": int(np.isfinite(values).sum()),
        "sum": float(values[np.isfinite(values)].sum()),
        "voxels": [[*map(int, p), repr(data[tuple(p)].item())] for p in positions],
    }


def save(data, path, affine, cls=nib.Nifti1Image, qform=None, sform=None, edit=None):
    image = cls(data, affine)
    image.set_data_dtype(data.dtype)
    image.header.set_data_dtype(data.dtype)
    if sform is not None:
        image.set_sform(affine, sform)
    if qform is not None:
        image.set_qform(affine, qform)
    if edit:
        edit(image)
    nib.save(image, path)


def small_files(folder):
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(7)
    for kind in TYPES:
        for order in "<>":
            dtype = np.dtype(kind)
            if dtype.kind == "f":
                data = rng.normal(size=(4, 3, 2)).astype(dtype)
            else:
                limits = np.iinfo(dtype)
                data = rng.integers(limits.min, limits.max, (4, 3, 2), dtype=dtype, endpoint=True)
                data[0, 0, 0], data[3, 2, 1] = limits.min, limits.max
            header = nib.Nifti1Header(endianness=order)
            header.set_data_dtype(dtype.newbyteorder(order))
            image = nib.Nifti1Image(data, AFFINE, header)
            nib.save(image, folder / f"{kind}-{'little' if order == '<' else 'big'}.nii")
    data = np.arange(24, dtype=np.int16).reshape(4, 3, 2)
    save(data, folder / "qform-only.nii.gz", ROTATED, qform=1, sform=0)
    save(data, folder / "both-forms.nii.gz", ROTATED, qform=2, sform=4)
    save(data, folder / "nifti2.nii.gz", ROTATED, cls=nib.Nifti2Image, qform=1, sform=1)
    save(data, folder / "pair.hdr", ROTATED, cls=nib.Nifti1Pair, sform=2)
    save(np.arange(48, dtype=np.int16).reshape(4, 3, 2, 2), folder / "four.nii.gz", AFFINE)
    save(np.arange(48, dtype=np.int16).reshape(4, 3, 2, 1, 2), folder / "five.nii.gz", AFFINE)
    save(np.arange(72, dtype=np.int16).reshape(4, 3, 1, 2, 3), folder / "channels.nii.gz", AFFINE)
    save(np.arange(12, dtype=np.int16).reshape(4, 3), folder / "flat.nii.gz", AFFINE)
    save(np.arange(24, dtype=np.int16).reshape(4, 3, 2, 1), folder / "trailing.nii.gz", AFFINE)

    def extended(image):
        image.header.extensions.append(nib.nifti1.Nifti1Extension("comment", b"a comment " * 7))

    save(data, folder / "extension.nii.gz", AFFINE, edit=extended)
    for name, slope, inter in [("scaled", 0.25, -3.0), ("slope0", 0.0, 5.0), ("nan", np.nan, 5.0)]:
        path = folder / f"{name}.nii"
        save(data, path, AFFINE)
        raw = bytearray(path.read_bytes())
        raw[112:120] = np.array([slope, inter], "<f4").tobytes()
        path.write_bytes(raw)
    # Two gzip members behind one another, and a gzip file without the ending.
    plain = (folder / "u2-little.nii").read_bytes()
    (folder / "members.nii.gz").write_bytes(
        gzip.compress(plain[:400], mtime=0) + gzip.compress(plain[400:], mtime=0)
    )
    (folder / "no-ending.nii").write_bytes(gzip.compress(plain, mtime=0))


def main():
    shared, resources = Path(sys.argv[1]), Path(sys.argv[2])
    small_files(resources / "nifti")
    names = sorted(p for p in (resources / "nifti").iterdir() if p.suffix != ".img")
    names.remove(resources / "nifti" / "no-ending.nii")
    small = {p.name: describe(p, True) for p in names}
    small["no-ending.nii"] = small["u2-little.nii"]
    (resources / "nifti.json").write_text(json.dumps(small, sort_keys=True) + "\n")
    data = shared / "data"
    real = [p for p in sorted((data / "nifti/nibabel").glob("*.nii*")) if "dconn" not in p.name]
    real += sorted((data / "hippocampus/imagesTr").glob("*.gz"))[:3]
    real += sorted((data / "hippocampus/labelsTr").glob("*.gz"))[:3]
    real += sorted((data / "brats2015/brats_2013_pat0001_1").glob("[Fb]*.gz"))
    real += sorted((data / "kits19_masks").glob("*/*.gz"))[:2]
    described = {str(p.relative_to(data)): describe(p, False) for p in real}
    (resources / "nifti-real.json").write_text(json.dumps(described, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
