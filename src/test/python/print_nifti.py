"""Prints what nibabel reads from a NIfTI file, one JSON object a line.

Usage: python3 print_nifti.py FILE...
The exit status is 77 where nibabel is missing.
"""

import json
import sys

try:
    import nibabel as nib
    import numpy as np
except ImportError:
    sys.exit(77)

for path in sys.argv[1:]:
    image = nib.load(path)
    data = np.asanyarray(image.dataobj)
    print(
        json.dumps(
            {
                "kind": type(image).__name__,
                "type": str(data.dtype),
                "shape": list(data.shape),
                "codes": [int(image.header["qform_code"]), int(image.header["sform_code"])],
                "affine": image.affine[:3].tolist(),
                "qform": image.get_qform()[:3].tolist(),
                "voxels": [repr(v) for v in data.ravel(order="F").tolist()],
            }
        )
    )
