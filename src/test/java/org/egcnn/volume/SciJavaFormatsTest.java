/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** Formats that other plugins bring, in a real SciJava context, as SCIFIO brings its in Fiji. */
class SciJavaFormatsTest {
  private static final Affine SCALED = Affine.scaling(0.5, 0.25, 3);

  @TempDir Path folder;
  private Context context;
  private VolumeIO io;

  @BeforeEach
  void open() {
    context = new Context();
    VoxPlugin.register(context);
    io = VolumeIO.withContext(context);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** As Fiji has them for texts and tables. */
  public static final class TextPlugin extends AbstractIOPlugin<String> {
    @Override
    public Class<String> getDataType() {
      return String.class;
    }

    @Override
    public boolean supportsOpen(Location source) {
      return source.getName().endsWith(".txt");
    }
  }

  @Test
  void whatOpensAsTextIsNoImage() throws IOException {
    context
        .service(PluginService.class)
        .addPlugin(new PluginInfo<>(TextPlugin.class, IOPlugin.class));
    Path notes = Files.writeString(folder.resolve("notes.txt"), "1 2 3");
    assertFalse(io.canRead(notes));
  }

  @ParameterizedTest
  @CsvSource({"UINT8, 1", "UINT8, 3", "UINT16, 1", "FLOAT32, 2"})
  void savesAndOpensThroughAPlugin(VoxelType type, int channels) throws Exception {
    Volume volume = Fixtures.random(type, SCALED, 3, 5, 4, 3, channels);
    Path file = folder.resolve("made.vox");
    assertTrue(io.canWrite(file));
    assertFalse(io.writesItself(file));
    io.write(volume, file);
    assertEquals(List.of("made.vox"), files());
    // In micrometres, for formats that have no other unit.
    assertTrue(Files.readString(file).contains(" 500.0 250.0 3000.0 micron "));
    Volume back = io.read(file);
    assertEquals(channels, back.channels());
    assertTrue(new SameVoxels(volume.image(), back.image()).hold());
    assertArrayEquals(volume.grid().spacing(), back.grid().spacing(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "lossy.vox, it does not keep the voxels",
    "unsized.vox, it does not keep the voxel size",
    "broken.vox, its writer failed (java.lang.IllegalStateException: no codec)",
    "silent.vox, its writer wrote nothing",
    "twofold.vox, it takes 2 files"
  })
  void refusesAFormatThatLosesSomething(String name, String why) throws IOException {
    Volume volume = Fixtures.random(VoxelType.UINT8, SCALED, 3, 5, 4, 3);
    Path file = folder.resolve(name);
    String message =
        assertThrows(BadInputException.class, () -> io.write(volume, file)).getMessage();
    assertTrue(
        message.startsWith(file + ": its format cannot take the volume, for " + why), message);
    assertEquals(List.of(), files());
  }

  @Test
  void leavesNothingToPluginsThatItDoesItself() throws Exception {
    Volume volume = Fixtures.random(VoxelType.UINT8, SCALED, 3, 5, 4, 3);
    Path tiff = folder.resolve("own.tif");
    io.write(volume, tiff);
    assertNotEquals('v', Files.readAllBytes(tiff)[0]);
    assertEquals(Fixtures.voxels(volume), Fixtures.voxels(io.read(tiff)));
    Path ome = folder.resolve("own.ome.tif");
    assertFalse(VolumeIO.standard().canWrite(ome));
    assertTrue(io.canWrite(ome));
    assertFalse(io.canWrite(folder.resolve("a.txt")), "SciJava turns anything into text");
    assertFalse(VolumeIO.standard().canWrite(folder.resolve("a.vox")));
  }

  /** Saves images of its own type, as SCIFIO saves Datasets. */
  public static class FloatsPlugin extends AbstractIOPlugin<Img<FloatType>> {
    @Override
    @SuppressWarnings("unchecked")
    public Class<Img<FloatType>> getDataType() {
      return (Class<Img<FloatType>>) (Class<?>) Img.class;
    }

    @Override
    public boolean supportsOpen(Location source) {
      return source instanceof FileLocation file && file.getFile().getName().endsWith(".floats");
    }

    @Override
    public boolean supportsSave(Location destination) {
      return supportsOpen(destination);
    }

    @Override
    public void save(Img<FloatType> image, Location destination) throws IOException {
      StringBuilder text = new StringBuilder();
      image.forEach(voxel -> text.append(voxel.get()).append(' '));
      Files.writeString(
          ((FileLocation) destination).getFile().toPath(),
          Arrays.toString(image.dimensionsAsLongArray()) + "," + text);
    }

    @Override
    public Img<FloatType> open(Location source) throws IOException {
      String[] text =
          Files.readString(((FileLocation) source).getFile().toPath()).split("[^0-9.]+");
      Img<FloatType> image =
          ArrayImgs.floats(
              Long.parseLong(text[1]), Long.parseLong(text[2]), Long.parseLong(text[3]));
      int i = 4;
      for (FloatType voxel : image) {
        voxel.set(Float.parseFloat(text[i++]));
      }
      return image;
    }
  }

  /** Makes such images of ImageJ's. */
  @SuppressWarnings("rawtypes")
  public static class FloatsConverter extends AbstractConverter<ImagePlus, Img> {
    @Override
    public <T> T convert(Object from, Class<T> type) {
      ImagePlus image = (ImagePlus) from;
      Img<FloatType> made =
          ArrayImgs.floats(image.getWidth(), image.getHeight(), image.getNSlices());
      int i = 0;
      for (FloatType voxel : made) {
        int plane = image.getWidth() * image.getHeight();
        voxel.set(image.getStack().getProcessor(1 + i / plane).getf(i % plane));
        i++;
      }
      return type.cast(made);
    }

    @Override
    public Class<Img> getOutputType() {
      return Img.class;
    }

    @Override
    public Class<ImagePlus> getInputType() {
      return ImagePlus.class;
    }
  }

  @Test
  void convertsToWhatThePluginSaves() throws Exception {
    PluginService plugins = context.service(PluginService.class);
    plugins.addPlugin(new PluginInfo<>(FloatsPlugin.class, IOPlugin.class));
    Path file = folder.resolve("made.floats");
    assertFalse(io.canWrite(file), "nothing makes such images of ImageJ's");
    plugins.addPlugin(new PluginInfo<>(FloatsConverter.class, Converter.class));
    assertTrue(io.canWrite(file));
    Volume volume = Fixtures.random(VoxelType.UINT8, Affine.scaling(1, 1, 1), 3, 5, 4, 3);
    io.write(volume, file);
    assertTrue(new SameVoxels(volume.image(), io.read(file).image()).hold());
  }

  private Path tiff(String name, String description) throws IOException {
    FileInfo info = IJ.createImage("planes", "8-bit ramp", 5, 4, 6).getFileInfo();
    info.description = description;
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      new TiffEncoder(info).write(out);
    }
    return file;
  }

  private static String ome(int slices, int channels) {
    return "<?xml version=\"1.0\"?><OME><Image><Pixels SizeZ=\"%d\" SizeC=\"%d\" SizeT=\"1\"/></Image></OME>"
        .formatted(slices, channels);
  }

  @Test
  void leavesTiffsItDoesNotKnowToAPlugin() throws Exception {
    Path channels = tiff("channels.ome.tif", ome(2, 3));
    Path part = tiff("part.ome.tif", ome(12, 1));
    Path big = Files.write(folder.resolve("big.tif"), new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0});
    for (Path file : List.of(channels, part, big)) {
      assertThrows(BadInputException.class, () -> VolumeIO.standard().read(file), file.toString());
      assertThrows(BadInputException.class, () -> VolumeIO.standard().readInfo(file));
      Volume volume = io.read(file);
      assertArrayEquals(new long[] {5, 4, 2}, volume.grid().size(), file.toString());
      assertEquals(3, volume.channels());
      assertEquals(3, io.readInfo(file).channels());
    }
  }

  @Test
  void readsTheOthersItself() throws Exception {
    Path whole = tiff("whole.ome.tif", ome(6, 1));
    assertArrayEquals(new long[] {5, 4, 6}, io.read(whole).grid().size());
    Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(Files.readAllBytes(whole), 90));
    assertThrows(BadInputException.class, () -> io.read(cut), "a damaged file is nobody's");
  }
}
