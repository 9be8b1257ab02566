/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.egcnn.command.EdgeMapCommand;
import org.egcnn.command.EvaluateCommand;
import org.egcnn.command.ExampleDataCommand;
import org.egcnn.command.ModelInfoCommand;
import org.egcnn.command.SegmentFolderCommand;
import org.egcnn.command.SegmentImageCommand;
import org.egcnn.command.TaskCommand;
import org.egcnn.command.TrainCommand;
import org.egcnn.image.Orientation;
import org.egcnn.model.ModelFolder;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.egcnn.volume.VoxPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** The commands in a SciJava context, with the real engine and a tiny network. */
class CommandsTest {
  @TempDir static Path folder;
  private static Context context;

  /** Opens files that end with .ramp, as SCIFIO opens its formats. */
  public static class RampOpener extends AbstractIOPlugin<Img<UnsignedByteType>> {
    @Override
    @SuppressWarnings("unchecked")
    public Class<Img<UnsignedByteType>> getDataType() {
      return (Class<Img<UnsignedByteType>>) (Class<?>) Img.class;
    }

    @Override
    public boolean supportsOpen(Location source) {
      return source instanceof FileLocation file && file.getFile().getName().endsWith(".ramp");
    }

    @Override
    public Img<UnsignedByteType> open(Location source) {
      Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(10, 12, 8);
      int i = 0;
      for (UnsignedByteType voxel : image) {
        voxel.set(i++ % 251);
      }
      return image;
    }
  }

  @BeforeAll
  static void makeModel() {
    context = new Context();
    context
        .service(PluginService.class)
        .addPlugin(new PluginInfo<>(RampOpener.class, IOPlugin.class));
    VoxPlugin.register(context);
    succeed(
        ExampleDataCommand.class,
        "out",
        file("data"),
        "cases",
        2,
        "tests",
        1,
        "size",
        "16x16x16",
        "spacing",
        12.0,
        "open",
        false);
    succeed(
        TrainCommand.class,
        "data",
        file("data"),
        "out",
        file("model"),
        "epochs",
        1,
        "width",
        2,
        "levels",
        2,
        "crop",
        "16x16x16",
        "batch",
        1);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  private static File file(String name) {
    return folder.resolve(name).toFile();
  }

  private static CommandModule succeed(Class<? extends TaskCommand> type, Object... inputs) {
    CommandModule module = Commands.run(context, type, inputs);
    assertFalse(module.isCanceled(), module.getCancelReason());
    return module;
  }

  private static ImagePlus image(int channels, int slices, int frames) {
    ImagePlus image = IJ.createHyperStack("ramp", 12, 10, channels, slices, frames, 16);
    for (int i = 1; i <= image.getStackSize(); i++) {
      ImageProcessor pixels = image.getStack().getProcessor(i);
      for (int p = 0; p < pixels.getPixelCount(); p++) {
        pixels.set(p, p * i % 251);
      }
    }
    Calibration calibration = image.getCalibration();
    calibration.setUnit("micron");
    calibration.pixelWidth = 2;
    calibration.pixelHeight = 3;
    calibration.pixelDepth = 5;
    calibration.frameInterval = 7;
    return image;
  }

  @Test
  void segmentsEachTimePointOfAnImageAndKeepsItsCalibration() {
    ImagePlus image = image(1, 9, 2);
    CommandModule module =
        succeed(
            SegmentImageCommand.class,
            "image",
            image,
            "model",
            file("model"),
            "outlines",
            true,
            "measure",
            true);
    ImagePlus labels = (ImagePlus) module.getOutput("label_image");
    assertArrayEquals(image.getDimensions(), labels.getDimensions());
    assertEquals("micron", labels.getCalibration().getUnit());
    assertEquals(5, labels.getCalibration().pixelDepth);
    assertEquals(7, labels.getCalibration().frameInterval);
    long labelled = 0;
    for (int i = 1; i <= labels.getStackSize(); i++) {
      ImageProcessor pixels = labels.getStack().getProcessor(i);
      for (int p = 0; p < pixels.getPixelCount(); p++) {
        assertTrue(pixels.get(p) <= 2);
        labelled += pixels.get(p) > 0 ? 1 : 0;
      }
    }
    ResultsTable table = ResultsTable.getResultsTable();
    double measured = 0;
    for (int row = 0; row < table.size(); row++) {
      measured += table.getValue("Voxels", row);
    }
    assertEquals(labelled, measured);
    assertEquals(labelled > 0, image.getOverlay().size() > 0);
    table.reset();
  }

  /** An image that is shown and one that is read are the same to the network. */
  @Test
  void segmentsAnOpenImageAsItsFile() throws Exception {
    Path file = folder.resolve("data/imagesTr/example_001.nii.gz");
    Volume volume = VolumeIO.standard().read(file);
    ImagePlus image = ImagePlusVolume.toImagePlus(volume, "example_001");
    Orientation lies = Orientation.of(volume.grid().affine().toArray());
    String letters = "" + lies.x().letter() + lies.y().letter() + lies.z().letter();
    assertNotEquals("RAS", letters);
    ImagePlus labels =
        (ImagePlus)
            succeed(
                    SegmentImageCommand.class,
                    "image",
                    image,
                    "model",
                    file("model"),
                    "orientation",
                    letters)
                .getOutput("label_image");
    succeed(
        SegmentFolderCommand.class,
        "model",
        file("model"),
        "in",
        file.toFile(),
        "out",
        file("one"));
    Volume mask = VolumeIO.standard().read(folder.resolve("one/example_001.nii.gz"));
    RandomAccess<IntType> voxel = mask.labels().randomAccess();
    for (int z = 0; z < labels.getNSlices(); z++) {
      ImageProcessor pixels = labels.getStack().getProcessor(z + 1);
      for (int y = 0; y < labels.getHeight(); y++) {
        for (int x = 0; x < labels.getWidth(); x++) {
          assertEquals(voxel.setPositionAndGet(x, y, z).get(), pixels.get(x, y));
        }
      }
    }
  }

  @Test
  void refusesAnImageWithOtherChannels() {
    CommandModule module =
        Commands.run(
            context, SegmentImageCommand.class, "image", image(2, 9, 1), "model", file("model"));
    assertEquals(
        "the image has 2 channel(s). The model needs 1 in this order: CT",
        module.getCancelReason());
  }

  @Test
  void findsNoEdgesOfAMaskThatWasInterpolated() {
    ImagePlus image = IJ.createImage("scaled", "32-bit black", 8, 8, 4);
    image.getStack().getProcessor(2).setf(3, 3, 1);
    assertFalse(
        Commands.run(context, EdgeMapCommand.class, "image", image, "labels", "all").isCanceled());
    image.getStack().getProcessor(2).setf(3, 4, 0.5f);
    CommandModule module =
        Commands.run(context, EdgeMapCommand.class, "image", image, "labels", "all");
    assertTrue(
        module.getCancelReason().startsWith("scaled: not all voxels are whole numbers"),
        module.getCancelReason());
  }

  @Test
  void segmentsAndEvaluatesAFolder() throws Exception {
    succeed(
        SegmentFolderCommand.class,
        "model",
        file("model"),
        "in",
        file("data"),
        "out",
        file("seg"),
        "probabilities",
        true);
    assertTrue(Files.exists(folder.resolve("seg/example_003.nii.gz")));
    assertTrue(Files.exists(folder.resolve("seg/example_003_probabilities.nii.gz")));
    Files.delete(folder.resolve("seg/example_003_probabilities.nii.gz"));
    CommandModule evaluated =
        succeed(
            EvaluateCommand.class,
            "pred",
            file("seg"),
            "ref",
            file("data/labelsTs"),
            "out",
            file("eval"));
    ResultsTable table = (ResultsTable) evaluated.getOutput("scores");
    assertEquals(2, table.size());
    assertEquals("example_003", table.getLabel(0));
    assertEquals("kidney", table.getStringValue("Class", 0));
    assertTrue(table.getValue("dice", 0) >= 0 && table.getValue("dice", 0) <= 1);
    assertTrue(table.getValue("reference_ml", 0) > 0);
    assertTrue(Files.exists(folder.resolve("eval/figures/example_003.png")));
  }

  /** What SCIFIO opens in Fiji comes through the same service. */
  @Test
  void segmentsWhatAnotherPluginOpens() throws Exception {
    Path in = Files.createDirectories(folder.resolve("ramps"));
    Files.write(in.resolve("a.ramp"), new byte[1]);
    succeed(
        SegmentFolderCommand.class,
        "model",
        file("model"),
        "in",
        in.toFile(),
        "out",
        file("ramps-seg"));
    RandomAccessibleInterval<?> labels =
        VolumeIO.standard().read(folder.resolve("ramps-seg/a.nii.gz")).labels();
    assertArrayEquals(new long[] {10, 12, 8}, labels.dimensionsAsLongArray());
  }

  /** What SCIFIO saves in Fiji goes through the same service. */
  @Test
  void savesInAFormatThatAnotherPluginWrites() throws Exception {
    for (String ending : List.of(".nii.gz", ".vox")) {
      succeed(
          SegmentFolderCommand.class,
          "model",
          file("model"),
          "in",
          file("data/imagesTr"),
          "out",
          file("endings"),
          "ending",
          ending);
    }
    Volume own = VolumeIO.standard().read(folder.resolve("endings/example_001.nii.gz"));
    Volume other = VolumeIO.withContext(context).read(folder.resolve("endings/example_001.vox"));
    Cursor<IntType> voxel = Views.flatIterable(other.labels()).cursor();
    Views.flatIterable(own.labels()).forEach(label -> assertEquals(label, voxel.next()));
    assertArrayEquals(own.grid().spacing(), other.grid().spacing(), 1e-6);
  }

  @Test
  void refusesAnEndingThatNothingWrites() {
    CommandModule module =
        Commands.run(
            context,
            SegmentFolderCommand.class,
            "model",
            file("model"),
            "in",
            file("data"),
            "out",
            file("none"),
            "ending",
            ".xyz");
    assertEquals(
        "'.xyz' names no format that can be written: use .nii.gz, for example",
        module.getCancelReason());
  }

  @Test
  void describesAModel() {
    assertNotNull(succeed(ModelInfoCommand.class, "model", file("model")));
  }

  @Test
  void modelsOfAFolderSegmentTogether() throws Exception {
    for (String name : new String[] {"a", "b"}) {
      Path copy = Files.createDirectories(folder.resolve("models").resolve(name));
      for (String part : new String[] {ModelFolder.CARD, ModelFolder.WEIGHTS}) {
        Files.copy(folder.resolve("model").resolve(part), copy.resolve(part));
      }
    }
    ImagePlus image = image(1, 9, 1);
    ImagePlus one = labels(image, "model");
    ImagePlus both = labels(image, "models");
    for (int i = 1; i <= one.getStackSize(); i++) {
      ImageProcessor expected = one.getStack().getProcessor(i);
      ImageProcessor found = both.getStack().getProcessor(i);
      for (int p = 0; p < expected.getPixelCount(); p++) {
        assertEquals(expected.get(p), found.get(p), "the mean of two equal models is their own");
      }
    }
    String text =
        (String) succeed(ModelInfoCommand.class, "model", file("models")).getOutput("text");
    assertTrue(text.startsWith("a\n") && text.contains("\n\nb\n"), text);
  }

  private static ImagePlus labels(ImagePlus image, String model) {
    return (ImagePlus)
        succeed(SegmentImageCommand.class, "image", image, "model", file(model))
            .getOutput("label_image");
  }

  @Test
  void refusesAModelFolderThatIsUsed() {
    CommandModule module =
        Commands.run(
            context, TrainCommand.class, "data", file("data"), "out", file("model"), "epochs", 1);
    assertTrue(module.getCancelReason().contains("already holds"), module.getCancelReason());
  }

  @Test
  void refusesChannelsOfAStreamThatIsNotThere() {
    CommandModule module =
        Commands.run(
            context,
            TrainCommand.class,
            "data",
            file("data"),
            "out",
            file("none"),
            "edge_stream",
            false,
            "edge_channels",
            4);
    assertEquals(
        "edge_channels is 4, but there is no edge stream: switch edge_stream on, or leave"
            + " edge_channels at 0",
        module.getCancelReason());
  }

  @Test
  void findsNoEdgesOfSeveralChannels() {
    CommandModule module =
        Commands.run(context, EdgeMapCommand.class, "image", image(2, 9, 1), "labels", "all");
    assertTrue(module.getCancelReason().contains("has 2 channels"), module.getCancelReason());
  }

  @Test
  void namesAnImageThatIsNotOpen() {
    CommandModule module =
        Commands.run(
            context, TrainCommand.class, "image", "ramp", "mask", "labels", "out", file("pair"));
    assertEquals(
        "option image: there is no open image 'ramp'. Open it first", module.getCancelReason());
  }
}
