/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/**
 * CT-like images painted around given masks of kidneys (1) and tumours (2), each on its mask's own
 * grid, in the layout of KiTS 2019: real shapes and grids where the real images may not be passed
 * on. Memory: about 35 bytes a voxel of the largest mask.
 *
 * @param masks a folder of folders that each hold a {@code segmentation.nii.gz}
 * @param settings the seed is used; number, size and spacing follow from the masks
 */
public record PaintedMasks(Path masks, ExampleSettings settings) {
  private static final String MASK = "segmentation.nii.gz";

  /** How far the body reaches beyond the outermost labelled voxel, mm. */
  private static final double MARGIN = 40;

  /** Too far from a kidney for its fat to be stranded, mm. */
  private static final float FAR = 1000;

  /**
   * Paints an image for every mask.
   *
   * @param folder where to; made if missing
   * @param overwrite whether example data in the folder are replaced
   * @return how many cases were written
   * @throws BadInputException if there are no masks, one holds other values than 0, 1 and 2, or the
   *     folder holds the masks or something else that is not to be replaced
   * @throws IOException if reading or writing fails
   * @throws CancelledException if the listener cancels
   */
  public int write(Path folder, boolean overwrite, TaskListener listener)
      throws IOException, CancelledException {
    List<Path> sources = sources();
    List<Path> files = new ArrayList<>();
    for (Path source : sources) {
      files.add(target(folder, source, "imaging.nii.gz"));
      files.add(target(folder, source, MASK));
    }
    requireOutside(folder, sources);
    new ExampleFolder(folder).prepare("kits2019", settings, files, overwrite);
    VolumeIO io = VolumeIO.standard();
    for (int i = 0; i < sources.size(); i++) {
      listener.checkCancelled();
      listener.progress(i, sources.size(), "Painting " + sources.get(i).getFileName());
      Path mask = sources.get(i).resolve(MASK);
      Volume read = io.read(mask);
      io.write(new Volume(painted(read, mask, settings.random(i)), read.grid()), files.get(2 * i));
      AtomicOutput.write(files.get(2 * i + 1), temporary -> Files.copy(mask, temporary));
    }
    listener.progress(sources.size(), sources.size(), "Painted all masks");
    return sources.size();
  }

  /** What is in the folder is deleted before the masks are read. */
  private static void requireOutside(Path folder, List<Path> sources) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Path replaced = folder.toRealPath();
    for (Path source : sources) {
      if (source.toRealPath().startsWith(replaced)) {
        throw new BadInputException(
            folder, "holds the masks, which would be replaced", "Name another folder");
      }
    }
  }

  private static Path target(Path folder, Path source, String name) {
    return folder.resolve(source.getFileName()).resolve(name);
  }

  private List<Path> sources() throws IOException {
    if (!Files.isDirectory(masks)) {
      throw new BadInputException(masks, "there is no such folder", "Give a folder of cases");
    }
    try (Stream<Path> entries = Files.list(masks)) {
      List<Path> found =
          entries.filter(path -> Files.isRegularFile(path.resolve(MASK))).sorted().toList();
      if (found.isEmpty()) {
        throw new BadInputException(
            masks, "holds no folder with a " + MASK, "Give a folder laid out as KiTS is");
      }
      return found;
    }
  }

  private static Img<ShortType> painted(Volume mask, Path file, Random random)
      throws BadInputException {
    RandomAccessibleInterval<IntType> labels = mask.labels();
    Abdomen abdomen = new Abdomen(random);
    Placement placement = Placement.of(labels, mask.grid(), file);
    long[] size = labels.dimensionsAsLongArray();
    Img<ByteType> tissue = PlanarImgs.bytes(size);
    FunctionRandomAccessible<ByteType> around =
        new FunctionRandomAccessible<>(
            3,
            (at, out) -> {
              double[] p =
                  placement.patient(
                      at.getDoublePosition(0), at.getDoublePosition(1), at.getDoublePosition(2));
              out.set((byte) withoutKidneys(abdomen.tissue(p[0], p[1], p[2])).ordinal());
            },
            ByteType::new);
    LoopBuilder.setImages(labels, Views.interval(around, tissue), tissue)
        .multiThreaded()
        .forEachPixel(
            (label, background, out) -> {
              if (label.get() == 0) {
                out.set(background);
              } else {
                Tissue painted = label.get() == 1 ? Tissue.KIDNEY : Tissue.TUMOUR;
                out.set((byte) painted.ordinal());
              }
            });
    RandomAccessibleInterval<FloatType> far =
        Views.interval(ConstantUtils.constantRandomAccessible(new FloatType(FAR), 3), tissue);
    return CtScan.of(abdomen, tissue, far, random);
  }

  /** The made-up patient's own kidneys give way to the mask's. */
  private static Tissue withoutKidneys(Tissue tissue) {
    return switch (tissue) {
      case KIDNEY, SINUS, TUMOUR -> Tissue.FAT;
      default -> tissue;
    };
  }

  /**
   * How the made-up patient lies around a mask.
   *
   * @param grid the mask's
   * @param centre where the patient's origin is, world mm
   * @param scale how much larger than an adult the patient is
   */
  private record Placement(Grid grid, double[] centre, double scale) {

    static Placement of(RandomAccessibleInterval<IntType> labels, Grid grid, Path file)
        throws BadInputException {
      double[] lowest = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
      };
      double[] highest = {
        Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
      };
      Cursor<IntType> cursor = Views.flatIterable(labels).localizingCursor();
      while (cursor.hasNext()) {
        int label = cursor.next().get();
        if (label < 0 || label > 2) {
          throw new BadInputException(
              file, "holds label value " + label, "Give masks of kidneys (1) and tumours (2)");
        }
        if (label > 0) {
          double[] p =
              grid.affine()
                  .apply(
                      cursor.getDoublePosition(0),
                      cursor.getDoublePosition(1),
                      cursor.getDoublePosition(2));
          for (int d = 0; d < 3; d++) {
            lowest[d] = Math.min(lowest[d], p[d]);
            highest[d] = Math.max(highest[d], p[d]);
          }
        }
      }
      if (lowest[0] > highest[0]) {
        throw new BadInputException(file, "no voxel is labelled", "Leave it out");
      }
      double[] middle =
          grid.affine()
              .apply((grid.width() - 1) / 2.0, (grid.height() - 1) / 2.0, (grid.depth() - 1) / 2.0);
      // the patient lies in the middle of the scanner, the kidneys where the mask has them
      double[] centre = {middle[0], (lowest[1] + highest[1]) / 2, (lowest[2] + highest[2]) / 2};
      double aside = Math.max(highest[0] - centre[0], centre[0] - lowest[0]) + MARGIN;
      double deep = (highest[1] - lowest[1]) / 2 + MARGIN;
      double scale =
          Math.max(1, Math.max(2 * aside / Abdomen.FIELD[0], 2 * deep / Abdomen.FIELD[1]));
      return new Placement(grid, centre, scale);
    }

    /** The patient's coordinates of a voxel. */
    double[] patient(double x, double y, double z) {
      double[] p = grid.affine().apply(x, y, z);
      for (int d = 0; d < 3; d++) {
        p[d] = (p[d] - centre[d]) / scale;
      }
      return p;
    }
  }
}
