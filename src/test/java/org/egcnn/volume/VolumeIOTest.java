/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.io.FileSaver;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

class VolumeIOTest {
  @TempDir Path folder;

  /** Opens every file that ends with .cube as 2x3x4 voxels. */
  public static class CubeOpener extends AbstractIOPlugin<Img<UnsignedByteType>> {
    @Override
    public Class<Img<UnsignedByteType>> getDataType() {
      @SuppressWarnings("unchecked")
      Class<Img<UnsignedByteType>> type = (Class<Img<UnsignedByteType>>) (Class<?>) Img.class;
      return type;
    }

    @Override
    public boolean supportsOpen(Location source) {
      return source instanceof FileLocation file && file.getFile().getName().endsWith(".cube");
    }

    @Override
    public Img<UnsignedByteType> open(Location source) {
      return ArrayImgs.unsignedBytes(2, 3, 4);
    }
  }

  @Test
  void stripsCompoundEndings() {
    String[] names = {
      "a.nii.gz",
      "a.NII.GZ",
      "a.nii",
      "a.b.nrrd",
      "a.mha",
      "a.tif",
      "a.ome.tif",
      "a.img.gz",
      ".hidden",
      "none"
    };
    String[] bases = {"a", "a", "a", "a.b", "a", "a", "a", "a", ".hidden", "none"};
    for (int i = 0; i < names.length; i++) {
      assertEquals(bases[i], VolumeIO.baseName(Path.of("some", names[i])));
    }
  }

  @Test
  void usesImageJsOpenerForOtherFormats() throws Exception {
    Path file = folder.resolve("slice.png");
    new FileSaver(IJ.createImage("slice", "8-bit ramp", 5, 4, 1)).saveAsPng(file.toString());
    VolumeIO io = VolumeIO.standard();
    assertTrue(io.canRead(file));
    assertArrayEquals(new long[] {5, 4, 1}, io.read(file).grid().size());
    assertEquals(VoxelType.UINT8, io.readInfo(file).voxelType());
    assertFalse(io.canWrite(file));
    Path text = Files.writeString(folder.resolve("notes.md"), "just some text, no image");
    assertFalse(io.canRead(text));
    assertThrows(BadInputException.class, () -> io.read(text));
    Path broken =
        Files.write(folder.resolve("broken.png"), new byte[] {(byte) 137, 'P', 'N', 'G', 1});
    assertThrows(BadInputException.class, () -> io.read(broken));
  }

  @Test
  void usesSciJavasOpenersBeforeImageJs() throws Exception {
    try (Context context =
        new Context(IOService.class, ConvertService.class, PluginService.class)) {
      context
          .service(PluginService.class)
          .addPlugin(new PluginInfo<>(CubeOpener.class, IOPlugin.class));
      VolumeIO io = VolumeIO.withContext(context);
      Path file = Files.write(folder.resolve("some.cube"), new byte[4]);
      assertTrue(io.canRead(file));
      assertArrayEquals(new long[] {2, 3, 4}, io.read(file).grid().size());
      Path png = folder.resolve("slice.png");
      new FileSaver(IJ.createImage("slice", "8-bit ramp", 5, 4, 1)).saveAsPng(png.toString());
      assertArrayEquals(new long[] {5, 4, 1}, io.read(png).grid().size());
    }
  }

  @Test
  void refusesToWriteUnknownFormats() {
    Volume volume = Fixtures.random(VoxelType.UINT8, Fixtures.OBLIQUE, 1, 2, 2, 2);
    Path file = folder.resolve("a.xyz");
    assertThrows(BadInputException.class, () -> VolumeIO.standard().write(volume, file));
    assertFalse(Files.exists(file));
  }
}
