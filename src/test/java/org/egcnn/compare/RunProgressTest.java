/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.dataset.Split;
import org.egcnn.task.BadInputException;
import org.egcnn.train.TrainingListener;
import org.junit.jupiter.api.Test;

class RunProgressTest {

  /** Writes down the shares that are done. */
  private static final class Recorder implements TrainingListener {
    private final List<Double> shares = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    @Override
    public void progress(long done, long total, String what) {
      shares.add((double) done / total);
      words.add(what);
    }
  }

  @Test
  void countsOverAllRunsAndNeverGoesBack() {
    Recorder recorder = new Recorder();
    for (int i = 0; i < 2; i++) {
      RunProgress run = new RunProgress(recorder, i / 2.0, 0.5, "Run " + (i + 1) + " of 2");
      run.train();
      run.progress(3, 4, "Checking cases");
      run.onStart(null);
      run.progress(0, 10, "Epoch 1 of 2");
      run.progress(10, 10, "Epoch 2 of 2");
      run.segment().progress(1, 2, "Segmenting");
      run.evaluate().progress(2, 2, "Scoring");
    }
    RunProgress.finished(recorder);
    assertEquals(recorder.shares.stream().sorted().toList(), recorder.shares);
    assertEquals(0, recorder.shares.get(0), "checking is not counted");
    assertEquals(0.45, recorder.shares.get(2), 1e-3);
    assertEquals(0.5, recorder.shares.get(5), 1e-3);
    assertTrue(recorder.shares.get(9) < 1);
    assertEquals(1, recorder.shares.get(10));
    assertEquals("Run 1 of 2: Epoch 2 of 2", recorder.words.get(2));
  }

  @Test
  void smallerTrainingSetsArePartsOfLargerOnes() throws BadInputException {
    Split split = new Split(List.of("a", "b", "c", "d", "e", "f"), List.of("z"));
    Split three = CaseChoice.subset(split, 3, 5);
    Split five = CaseChoice.subset(split, 5, 5);
    assertEquals(3, three.training().size());
    assertTrue(five.training().containsAll(three.training()));
    assertEquals(split, CaseChoice.subset(split, 0, 5));
    assertEquals(List.of("z"), three.validation());
  }
}
