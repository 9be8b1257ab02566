/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * A folder {@code images} beside a folder {@code labels} or {@code masks}, in which the files of a
 * case have the same base name: {@code images/a.tif} and {@code labels/a.tif}. Channels may be
 * files of their own, {@code images/a_0000.tif}, {@code images/a_0001.tif}. Images without a mask
 * are unlabelled cases.
 *
 * <p>Names for classes and channels come from an optional {@code dataset.json} beside the folders,
 * with {@code labels} and {@code channel_names} as in nnU-Net. Without it all masks are read, the
 * values found in them become the classes "class 1", "class 2" and so on, named by their values,
 * and the channels are "channel 0", "channel 1" and so on.
 */
public final class PairedFoldersLayout implements DatasetLayout {
  private static final String IMAGES = "images";
  private static final List<String> LABELS = List.of("labels", "masks");
  private static final int MOST_CLASSES = 254;
  private static final int MANY_CLASSES = 16;

  /** Creates the layout. */
  public PairedFoldersLayout() {}

  @Override
  public String name() {
    return "paired folders";
  }

  @Override
  public String expects() {
    return "images/ and labels/ (or masks/) with files of the same names";
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isDirectory(folder.resolve(IMAGES)) && labelFolder(folder).isPresent();
  }

  @Override
  public Dataset open(Path folder, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    Path file = folder.resolve(DatasetDescription.FILE_NAME);
    Optional<DatasetDescription> description =
        Files.isRegularFile(file) ? Optional.of(DatasetDescription.read(file)) : Optional.empty();
    Path labelFolder = labelFolder(folder).orElseThrow();
    ImageFolder images = ImageFolder.list(folder.resolve(IMAGES), io::canRead);
    Map<String, Path> masks = ImageFolder.list(labelFolder, io::canRead).files();
    if (masks.isEmpty()) {
      throw new BadInputException(
          labelFolder, "holds no masks", "Put one there for each image, named as the image");
    }
    Optional<List<String>> named = description.flatMap(DatasetDescription::channels);
    List<Case> labelled = pair(images, masks, named.map(List::size).orElse(0), folder);
    List<String> channels = named.isPresent() ? named.get() : channels(labelled.get(0), io);
    Optional<Labels> labels = description.flatMap(DatasetDescription::labels);
    return new Dataset(
        folder,
        description
            .map(DatasetDescription::name)
            .orElseGet(() -> DatasetDescription.folderName(folder)),
        channels,
        labels.isPresent() ? labels.get() : labels(masks.values(), labelFolder, io, listener),
        labelled,
        images.unlabelled(masks.keySet(), channels.size()));
  }

  private static Optional<Path> labelFolder(Path folder) {
    return LABELS.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
  }

  private static List<Case> pair(
      ImageFolder images, Map<String, Path> masks, int channels, Path folder) throws IOException {
    Problems problems = new Problems();
    List<Case> cases =
        images.labelled(masks, channels, "has no image of the same name in images", problems);
    problems.throwIfAny(
        String.format(
            "%s: %d of %d masks cannot be used. Give each an image of the same base name",
            folder, problems.count(), masks.size()));
    return cases;
  }

  private static List<String> channels(Case first, VolumeIO io) throws IOException {
    int count =
        first.images().size() > 1
            ? first.images().size()
            : io.readInfo(first.images().get(0)).channels();
    return IntStream.range(0, count).mapToObj(c -> "channel " + c).toList();
  }

  private static Labels labels(
      Collection<Path> masks, Path labelFolder, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    SortedSet<Integer> values = new TreeSet<>();
    CaseTasks.map(
            List.copyOf(masks),
            CaseTasks.threads(masks, io),
            "Reading label values",
            mask -> LabelCounts.of(io.read(mask)).keySet(),
            listener)
        .forEach(values::addAll);
    values.remove(0);
    if (values.isEmpty()) {
      throw new BadInputException(
          labelFolder, "all masks are empty", "Label at least one structure");
    }
    if (values.size() > MOST_CLASSES) {
      throw new BadInputException(
          labelFolder,
          "the masks hold " + values.size() + " label values, which is too many for classes",
          "Give one value to all objects of a class");
    }
    if (values.size() > MANY_CLASSES) {
      listener.warn(
          labelFolder
              + ": each of the "
              + values.size()
              + " label values is taken for a class. If they number objects, give all objects of a"
              + " class one value");
    }
    Stream<LabelClass> classes = values.stream().map(v -> new LabelClass("class " + v, v));
    return new Labels(true, classes.toList());
  }
}
