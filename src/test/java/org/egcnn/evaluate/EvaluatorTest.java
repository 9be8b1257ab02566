/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  private static final Optional<Labels> LABELS =
      Optional.of(
          new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2))));

  @TempDir Path folder;

  private final Evaluator evaluator =
      new Evaluator(
          MaskFiles.IO, new EvaluationSettings(EmptyPolicy.BRATS, 1, false, false, false, 2));

  private CasePair pair(String name, int[] reference, int[] prediction) throws IOException {
    return MaskFiles.pair(
        name,
        MaskFiles.write(folder.resolve("reference"), name, reference),
        MaskFiles.write(folder.resolve("prediction"), name, prediction));
  }

  private Evaluation evaluate(Optional<Labels> labels, CasePair... pairs) throws Exception {
    return evaluator.evaluate(List.of(pairs), labels, CaseObserver.NONE, TaskListener.SILENT);
  }

  private String complaint(Optional<Labels> labels, CasePair pair) {
    return assertThrows(BadInputException.class, () -> evaluate(labels, pair)).getMessage();
  }

  @Test
  void scoresCasesInOrderAndSummarisesThem() throws Exception {
    CasePair b = pair("b", new int[] {1, 1, 2, 0}, new int[] {1, 1, 2, 0});
    CasePair a = pair("a", new int[] {1, 1, 0, 2}, new int[] {1, 0, 0, 2});
    Evaluation evaluation = evaluate(LABELS, b, a);
    assertEquals(List.of("a", "b"), evaluation.cases().stream().map(CaseScores::name).toList());
    assertEquals(List.of("kidney", "tumour"), evaluation.classNames());
    assertEquals(2.0 / 3, evaluation.cases().get(0).of("kidney").get(Metric.DICE), 1e-12);
    assertEquals((2.0 / 3 + 1) / 2, evaluation.summary("kidney", Metric.DICE).mean(), 1e-12);
    assertEquals((5.0 / 6 + 1) / 2, evaluation.foreground(Metric.DICE).mean(), 1e-12);
  }

  @Test
  void withoutLabelsEveryValueOfAnyMaskIsAClass() throws Exception {
    CasePair a = pair("a", new int[] {0, 7}, new int[] {0, 7});
    CasePair b = pair("b", new int[] {0, 0}, new int[] {3, 0});
    Evaluation evaluation = evaluate(Optional.empty(), a, b);
    assertEquals(List.of("label_3", "label_7"), evaluation.classNames());
    assertEquals(0.5, evaluation.summary("label_3", Metric.DICE).mean());
  }

  @Test
  void namesBothGridsThatDiffer() throws Exception {
    Path reference = MaskFiles.write(folder, "a", 0, 1);
    Path prediction = MaskFiles.write(folder.resolve("p"), "a", Affine.scaling(2.5, 1, 1), 0, 1);
    String message = complaint(LABELS, MaskFiles.pair("a", reference, prediction));
    assertTrue(message.startsWith(prediction.toString()), message);
    assertTrue(message.contains("2x1x1 voxels of 1.000x"), message);
    assertTrue(message.contains("2x1x1 voxels of 2.500x"), message);
    assertTrue(message.contains(reference.toString()), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void namesTheFileWithValuesNobodyDeclared() throws Exception {
    CasePair pair = pair("a", new int[] {0, 1, 2}, new int[] {5, 1, 9});
    String message = complaint(LABELS, pair);
    assertTrue(message.startsWith(pair.prediction().toString()), message);
    assertTrue(message.contains("[5, 9]") && message.contains("[0, 1, 2]"), message);
  }

  @Test
  void refusesEmptyMasksWithoutLabelsAndDamagedFiles() throws Exception {
    CasePair empty = pair("a", new int[] {0, 0}, new int[] {0, 0});
    assertTrue(complaint(Optional.empty(), empty).contains("nothing to evaluate"));
    Files.write(empty.prediction(), new byte[100]);
    assertTrue(complaint(LABELS, empty).startsWith(empty.prediction().toString()));
  }

  @Test
  void refusesAClassThatHidesTheMeanOverClasses() throws Exception {
    CasePair pair = pair("a", new int[] {0, 1}, new int[] {0, 1});
    LabelClass taken = new LabelClass(Evaluation.FOREGROUND, 1);
    Labels two = new Labels(true, List.of(taken, new LabelClass("other", 2)));
    assertTrue(complaint(Optional.of(two), pair).contains("rename"));
    Labels one = new Labels(true, List.of(taken));
    assertEquals(1, evaluate(Optional.of(one), pair).foreground(Metric.DICE).mean());
  }

  @Test
  void reportsProgressAndStopsWhenCancelled() throws Exception {
    CasePair a = pair("a", new int[] {0, 1}, new int[] {0, 1});
    CasePair b = pair("b", new int[] {0, 1}, new int[] {0, 1});
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    TaskListener listener =
        new TaskListener() {
          @Override
          public void progress(long count, long total, String what) {
            assertEquals(2, total);
            done.add(count);
          }
        };
    evaluator.evaluate(List.of(a, b), LABELS, CaseObserver.NONE, listener);
    assertEquals(List.of(0L, 1L, 2L), done);
    TaskListener cancels =
        new TaskListener() {
          @Override
          public boolean isCancelled() {
            // Only after the headers were compared, so that a worker is what stops.
            return Thread.currentThread().getName().startsWith("pool-");
          }
        };
    assertThrows(
        CancelledException.class,
        () -> evaluator.evaluate(List.of(a, b), LABELS, CaseObserver.NONE, cancels));
  }

  @Test
  void anObserverSeesEachCaseAndItsFailureEndsTheEvaluation() throws Exception {
    CasePair a = pair("a", new int[] {0, 1}, new int[] {0, 1});
    List<ScoredCase> seen = Collections.synchronizedList(new ArrayList<>());
    evaluator.evaluate(List.of(a), LABELS, seen::add, TaskListener.SILENT);
    assertSame(a, seen.get(0).pair());
    assertFalse(seen.get(0).scores().classes().isEmpty());
    IOException failure = new IOException("disk full");
    CaseObserver fails =
        scored -> {
          throw failure;
        };
    assertSame(
        failure,
        assertThrows(
            IOException.class,
            () -> evaluator.evaluate(List.of(a), LABELS, fails, TaskListener.SILENT)));
  }
}
