/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.egcnn.model.ModelFolder;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several models of a folder segment together, with the real engine. */
class SegmentTogetherTest {
  private static final double TOLERANCE = 1e-4;

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path data;
  private static Path models;
  private static Path withoutStream;

  @BeforeAll
  static void train() {
    data = TinyJob.data(shared.resolve("data"));
    models = shared.resolve("models");
    for (int fold = 0; fold < 2; fold++) {
      CliRun.of(
              TinyJob.train(
                  data,
                  models.resolve("fold-" + fold),
                  "--epochs=2",
                  "--folds=3",
                  "--fold=" + fold,
                  "--seed=" + fold))
          .successful();
    }
    withoutStream = shared.resolve("plain");
    CliRun.of(TinyJob.train(data, withoutStream, "--epochs=1", "--no-edge-stream")).successful();
  }

  @Test
  void foldsAreAveraged() throws Exception {
    for (String kind : new String[] {"probabilities", "edges"}) {
      RandomAccessibleInterval<? extends RealType<?>> first = map(models.resolve("fold-0"), kind);
      RandomAccessibleInterval<? extends RealType<?>> second = map(models.resolve("fold-1"), kind);
      RandomAccessibleInterval<? extends RealType<?>> both = map(models, kind);
      assertFalse(mean(first, first, both) < TOLERANCE, "the folds must differ for this test");
      assertTrue(mean(first, second, both) < TOLERANCE, kind);
    }
  }

  @Test
  void aCaseNeverReplacesAnothersResult() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path scan = data.resolve("imagesTs/example_004.nii.gz");
    Path a = Files.copy(scan, in.resolve("a.nii.gz"));
    Path second = Files.copy(scan, in.resolve("a_edges.nii.gz"));
    Path out = folder.resolve("out");
    Path model = models.resolve("fold-0");
    CliRun both =
        CliRun.of("segment", "--model", model, "--in", in, "--out", out, "--outputs=labels,edges");
    assertEquals(2, both.code());
    assertTrue(
        both.complaint().startsWith(second + ": a result of it would have the same name"),
        both.err());
    assertFalse(Files.exists(out.resolve(a.getFileName())));
    CliRun.of("segment", "--model", model, "--in", in, "--out", out).successful();
  }

  /** The largest difference of the third map from the mean of the first two. */
  private static double mean(
      RandomAccessibleInterval<? extends RealType<?>> first,
      RandomAccessibleInterval<? extends RealType<?>> second,
      RandomAccessibleInterval<? extends RealType<?>> mean) {
    RandomAccess<? extends RealType<?>> a = first.randomAccess();
    RandomAccess<? extends RealType<?>> b = second.randomAccess();
    double largest = 0;
    Cursor<? extends RealType<?>> cursor = Views.iterable(mean).localizingCursor();
    while (cursor.hasNext()) {
      double value = cursor.next().getRealDouble();
      a.setPosition(cursor);
      b.setPosition(cursor);
      double expected = (a.get().getRealDouble() + b.get().getRealDouble()) / 2;
      largest = Math.max(largest, Math.abs(value - expected));
    }
    return largest;
  }

  private RandomAccessibleInterval<? extends RealType<?>> map(Path model, String kind)
      throws Exception {
    Path out = folder.resolve(model.getFileName() + "-" + kind);
    CliRun.of("segment", "--model", model, "--in", data, "--out", out, "--outputs=" + kind)
        .successful();
    return VolumeIO.standard().read(out.resolve("example_004_" + kind + ".nii.gz")).image();
  }

  @Test
  void whoIsAveragedIsSaid() {
    CliRun run =
        CliRun.of("segment", "--model", models, "--in", data, "--out", folder.resolve("s"));
    assertTrue(
        run.successful().err().contains("by the mean of " + models + " (fold-0, fold-1)"),
        run.err());
    String info = CliRun.of("info", "--model", models).successful().out();
    assertTrue(info.contains("fold-0") && info.contains("fold-1"), info);
    String json = CliRun.of("info", "--model", models, "--json").successful().out();
    assertEquals(2, JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("models").size());
  }

  @Test
  void aModelWithoutEdgeStreamTakesPart() throws Exception {
    Path mixed = folder.resolve("mixed");
    TinyJob.copy(models.resolve("fold-0"), Files.createDirectories(mixed).resolve("a"));
    TinyJob.copy(withoutStream, mixed.resolve("b"));
    RandomAccessibleInterval<? extends RealType<?>> both = map(mixed, "probabilities");
    assertTrue(
        mean(
                map(mixed.resolve("a"), "probabilities"),
                map(mixed.resolve("b"), "probabilities"),
                both)
            < TOLERANCE);
    CliRun edges =
        CliRun.of(
            "segment",
            "--model",
            mixed,
            "--in",
            data,
            "--out",
            folder.resolve("e"),
            "--outputs=edges");
    assertEquals(2, edges.code(), edges.err());
    assertTrue(edges.err().contains(mixed.resolve("b") + ": this model has no edge"), edges.err());
  }

  @Test
  void modelsThatDifferAreRefused() throws Exception {
    Path mixed = folder.resolve("mixed");
    TinyJob.copy(models.resolve("fold-0"), Files.createDirectories(mixed).resolve("a"));
    CliRun.of(TinyJob.train(data, mixed.resolve("b"), "--epochs=1", "--crop=8x16x16")).successful();
    CliRun run = CliRun.of("segment", "--model", mixed, "--in", data, "--out", folder.resolve("s"));
    assertEquals(2, run.code(), run.err());
    assertTrue(
        run.err().contains(mixed.resolve("b") + ": this model differs from a in its crop"),
        run.err());
  }

  @Test
  void shardsOfOtherModelsAreNoticed() throws Exception {
    Path growing = TinyJob.copy(models, folder.resolve("growing"));
    Path out = folder.resolve("s");
    CliRun.of("segment", "--model", growing, "--in", data, "--out", out, "--shard=0/2")
        .successful();
    TinyJob.copy(models.resolve("fold-0"), growing.resolve("fold-2"));
    CliRun.of("segment", "--model", growing, "--in", data, "--out", out, "--shard=1/2")
        .successful();
    CliRun info = CliRun.of("info", "--segmented", out);
    assertTrue(info.out().contains("made with different models"), info.out());
  }

  @Test
  void theOnlyModelInAFolderIsNamed() throws Exception {
    Path parent = Files.createDirectories(folder.resolve("parent"));
    TinyJob.copy(withoutStream, parent.resolve("only"));
    CliRun run =
        CliRun.of("segment", "--model", parent, "--in", data, "--out", folder.resolve("s"));
    assertTrue(run.successful().err().contains(parent + " (only)"), run.err());
  }

  @Test
  void gatesOfSeveralAreRefused() {
    CliRun run =
        CliRun.of(
            "segment",
            "--model",
            models,
            "--in",
            data,
            "--out",
            folder.resolve("g"),
            "--outputs=labels,gates");
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("gates of several models have no mean"), run.err());
  }

  @Test
  void oneDamagedModelIsNamed() throws Exception {
    Path damaged = TinyJob.copy(models, folder.resolve("damaged"));
    Files.delete(damaged.resolve("fold-1").resolve(ModelFolder.WEIGHTS));
    CliRun run =
        CliRun.of("segment", "--model", damaged, "--in", data, "--out", folder.resolve("s"));
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("fold-1: holds no weights.safetensors"), run.err());
  }
}
