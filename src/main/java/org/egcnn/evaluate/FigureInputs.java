/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Finds and reads what figures show beside the masks that are judged. */
final class FigureInputs {
  private final FigureSettings settings;
  private final VolumeIO io;
  private final Map<String, SortedMap<String, Path>> others;
  private final SortedMap<String, Path> edges;

  private FigureInputs(
      FigureSettings settings,
      VolumeIO io,
      Map<String, SortedMap<String, Path>> others,
      SortedMap<String, Path> edges) {
    this.settings = settings;
    this.io = io;
    this.others = others;
    this.edges = edges;
  }

  /**
   * Looks for all files and compares their grids before anything is read.
   *
   * @param pairs the cases to be shown
   * @param predictions the folder of the judged masks, where edge maps may lie as well
   * @throws BadInputException naming a folder and the cases that it lacks, a mask on another grid
   *     than its reference, or a chosen case that is none of the cases
   */
  static FigureInputs find(
      List<CasePair> pairs, Path predictions, FigureSettings settings, VolumeIO io)
      throws IOException {
    Map<String, SortedMap<String, Path>> others = new LinkedHashMap<>();
    for (Map.Entry<String, Path> other : settings.others().entrySet()) {
      SortedMap<String, Path> files = MaskFolder.list(other.getValue(), io);
      for (CasePair pair : pairs) {
        Path mask = files.get(pair.name());
        if (mask == null) {
          throw new BadInputException(
              other.getValue(), "no mask of " + pair.name(), "Add it or leave this folder out");
        }
        MaskPair.check(new CasePair(pair.reference(), mask), io);
      }
      others.put(other.getKey(), files);
    }
    for (String chosen : settings.panelCases()) {
      if (pairs.stream().noneMatch(pair -> pair.name().equals(chosen))) {
        throw new BadInputException("there is no case '" + chosen + "' to show; check its name");
      }
    }
    SortedMap<String, Path> edges = MaskFolder.list(settings.edges().orElse(predictions), io);
    FigureInputs inputs = new FigureInputs(settings, io, others, edges);
    if (settings.edges().isPresent() && pairs.stream().noneMatch(p -> inputs.hasEdges(p.name()))) {
      throw new BadInputException(
          settings.edges().get(),
          "no file is named like a case with " + OtherOutputs.EDGES,
          "Give the folder that segmenting wrote its edge maps to");
    }
    return inputs;
  }

  /** How many masks of each case are shown beside the judged one. */
  int otherMasks() {
    return others.size();
  }

  private boolean hasEdges(String name) {
    return edges.containsKey(name + OtherOutputs.EDGES);
  }

  /**
   * Everything that figures show of a case.
   *
   * @throws BadInputException if a file cannot be read or does not fit the reference, or edge maps
   *     have not one channel for each class
   */
  FigureCase read(CasePair pair, List<LabelClass> classes) throws IOException {
    MaskPair masks = MaskPair.read(pair, io);
    return read(pair, masks.reference(), masks.prediction(), edges(pair, masks, classes));
  }

  /**
   * Everything but the edges, for a case whose masks were read before.
   *
   * @throws BadInputException as for the whole
   */
  FigureCase read(ScoredCase scored) throws IOException {
    return read(scored.pair(), scored.reference(), scored.prediction(), List.of());
  }

  private FigureCase read(
      CasePair pair,
      Volume reference,
      Volume prediction,
      List<RandomAccessibleInterval<FloatType>> edgeMaps)
      throws IOException {
    List<NamedMask> predictions = new ArrayList<>();
    for (Map.Entry<String, SortedMap<String, Path>> other : others.entrySet()) {
      predictions.add(
          new NamedMask(other.getKey(), io.read(other.getValue().get(pair.name())).labels()));
    }
    predictions.add(new NamedMask(settings.name(), prediction.labels()));
    return new FigureCase(
        pair.name(),
        reference.grid(),
        grey(pair.reference(), reference.grid()),
        reference.labels(),
        predictions,
        edgeMaps);
  }

  private List<RandomAccessibleInterval<FloatType>> edges(
      CasePair pair, MaskPair masks, List<LabelClass> classes) throws IOException {
    if (!hasEdges(pair.name())) {
      return List.of();
    }
    Path file = edges.get(pair.name() + OtherOutputs.EDGES);
    Volume volume = io.read(file);
    requireSize(volume, file, masks.reference().grid());
    if (volume.channels() == classes.size()) {
      return IntStream.range(0, classes.size()).mapToObj(volume::channel).toList();
    }
    if (settings.edges().isPresent()) {
      throw new BadInputException(
          file,
          "has " + volume.channels() + " channels where there are " + classes.size() + " classes",
          "Give edge maps of the same classes");
    }
    // nobody asked for those that happen to lie beside the masks
    return List.of();
  }

  /** The channel of the case's image that is shown; none if the case has no image. */
  private Optional<RandomAccessibleInterval<FloatType>> grey(Reference reference, Grid grid)
      throws IOException {
    int before = 0;
    for (Path file : reference.images()) {
      int channels = io.readInfo(file).channels();
      if (settings.channel() < before + channels) {
        Volume image = io.read(file);
        requireSize(image, file, grid);
        return Optional.of(image.channel(settings.channel() - before));
      }
      before += channels;
    }
    if (before > 0) {
      throw new BadInputException(
          reference.images().get(0),
          "the case has " + before + " channels, counted from 0, and no " + settings.channel(),
          "Choose another channel to show");
    }
    return Optional.empty();
  }

  private static void requireSize(Volume volume, Path file, Grid grid) throws BadInputException {
    if (!Arrays.equals(volume.grid().size(), grid.size())) {
      throw new BadInputException(
          file,
          "has another size than its mask (" + volume.grid() + ")",
          "Give it on the same grid as the mask");
    }
  }
}
