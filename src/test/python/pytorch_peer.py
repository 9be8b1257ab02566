"""Runs the project's Seg-Net or U-Net in PyTorch whenever it is told to.

Arguments: FOLDER of the weights and the example, BACKBONE, SIDE of the cubic crop, LAYOUT (ncdhw or
channels_last_3d), MODE (step or inference), THREADS (0 for PyTorch's own choice).
Requests, one a line: 'check' is answered by the largest difference from our network's probabilities,
'run' by the seconds of one step or prediction, 'peak' by the bytes of the peak resident memory.
"""

import json
import resource
import sys
import time

import numpy as np
import torch
from torch.nn import functional as F

BLOCKS = (1, 2, 2, 4)
LEVELS = 4


def read_safetensors(path):
    with open(path, "rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
        data = file.read()
    header.pop("__metadata__", None)
    return {
        name: np.frombuffer(data[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
        for name, entry in header.items()
    }


class Network(torch.nn.Module):
    """The network of one set of weights; maps are NCDHW."""

    def __init__(self, weights, backbone):
        super().__init__()
        self.backbone = backbone
        self.values = torch.nn.ParameterDict()
        for name, value in weights.items():
            tensor = torch.tensor(value)
            if tensor.dim() == 5:
                # [k, k, k, in, out], or for a transposed one [k, k, k, out, in]
                tensor = tensor.permute(4, 3, 0, 1, 2).contiguous()
            elif tensor.dim() == 2:
                tensor = tensor.t().contiguous()[:, :, None, None, None]
            self.values[self.key(name)] = torch.nn.Parameter(tensor)

    @staticmethod
    def key(name):
        return name.replace(".", "_")

    def at(self, name):
        return self.values[self.key(name)]

    def conv(self, name, x, stride=1):
        weight = self.at(name + "/kernel")
        if stride == 2:
            # TensorFlow pads an even map of a stride 2 at its end only
            return F.conv3d(F.pad(x, (0, 1) * 3), weight, stride=2)
        return F.conv3d(x, weight, padding=weight.shape[2] // 2)

    def norm_relu(self, name, x):
        groups = min(8, x.shape[1])
        y = F.group_norm(x, groups, self.at(name + "/gain"), self.at(name + "/offset"), 1e-5)
        return F.relu(y, inplace=True)

    def residual(self, name, x):
        y = self.conv(name + "/conv1", self.norm_relu(name + "/norm1", x))
        return x + self.conv(name + "/conv2", self.norm_relu(name + "/norm2", y))

    def twice(self, name, x):
        x = self.norm_relu(name + "/norm1", self.conv(name + "/conv1", x))
        return self.norm_relu(name + "/norm2", self.conv(name + "/conv2", x))

    def seg_net(self, x):
        maps = []
        x = self.conv("main/encoder/stem", x)
        for r in range(LEVELS):
            if r > 0:
                x = self.conv(f"main/encoder/down{r}", x, 2)
            for b in range(BLOCKS[r]):
                x = self.residual(f"main/encoder/block{r}.{b}", x)
            maps.append(x)
        for r in reversed(range(LEVELS - 1)):
            x = self.conv(f"main/decoder/up{r}", x)
            x = F.interpolate(x, scale_factor=2, mode="trilinear", align_corners=False) + maps[r]
            x = self.residual(f"main/decoder/block{r}", x)
        return x

    def u_net(self, x):
        maps = []
        for r in range(LEVELS):
            x = self.twice(f"main/encoder/level{r}", F.max_pool3d(x, 2) if r > 0 else x)
            maps.append(x)
        for r in reversed(range(LEVELS - 1)):
            up = F.conv_transpose3d(x, self.at(f"main/decoder/up{r}/kernel"), stride=2)
            x = self.twice(f"main/decoder/level{r}", torch.cat((maps[r], up), 1))
        return x

    def forward(self, x):
        x = self.seg_net(x) if self.backbone == "seg-net" else self.u_net(x)
        x = self.conv("head/main", self.norm_relu("head/main_norm", x))
        return torch.sigmoid(x + self.at("head/segmentation/bias").view(1, -1, 1, 1, 1))


def soft_dice(p, y):
    overlap = (p * y).sum((0, 2, 3, 4))
    squares = (p * p).sum((0, 2, 3, 4)) + y.sum((0, 2, 3, 4))
    return (1 - 2 * overlap / (squares + 1e-5)).mean()


class Peer:
    def __init__(self, folder, backbone, side, layout, mode):
        self.format = (
            torch.channels_last_3d if layout == "channels_last_3d" else torch.contiguous_format
        )
        self.mode = mode
        self.example = read_safetensors(folder + "/example.safetensors")
        self.network = Network(read_safetensors(folder + "/weights.safetensors"), backbone)
        for value in self.network.values.values():
            if value.dim() == 5:
                value.data = value.data.contiguous(memory_format=self.format)
        generator = torch.Generator().manual_seed(1)
        self.image = torch.rand((1, 4, side, side, side), generator=generator) * 2 - 1
        self.image = self.image.contiguous(memory_format=self.format)
        labels = torch.rand((1, 3, side, side, side), generator=generator) < 0.3
        self.labels = labels.float().contiguous(memory_format=self.format)
        self.optimiser = torch.optim.Adam(self.network.parameters(), lr=1e-4)

    def check(self):
        image = torch.tensor(self.example["input"]).permute(0, 4, 1, 2, 3)
        with torch.no_grad():
            p = self.network(image.contiguous(memory_format=self.format)).permute(0, 2, 3, 4, 1)
        return float((p - torch.tensor(self.example["probabilities"])).abs().max())

    def run(self):
        start = time.perf_counter()
        if self.mode == "step":
            self.optimiser.zero_grad(set_to_none=True)
            soft_dice(self.network(self.image), self.labels).backward()
            self.optimiser.step()
        else:
            with torch.inference_mode():
                self.network(self.image)
        return time.perf_counter() - start


def main():
    folder, backbone, side, layout, mode, threads = sys.argv[1:]
    if int(threads) > 0:
        torch.set_num_threads(int(threads))
    peer = Peer(folder, backbone, int(side), layout, mode)
    for line in sys.stdin:
        request = line.strip()
        if request == "check":
            answer = peer.check()
        elif request == "run":
            answer = peer.run()
        elif request == "peak":
            answer = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        else:
            raise SystemExit(f"unknown request {request}")
        print(">", answer, flush=True)


main()
