/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.command.ExampleDataCommand;
import org.egcnn.command.ModelInfoCommand;
import org.egcnn.command.TaskCommand;
import org.egcnn.command.TrainCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;

/** Macro options as Fiji's commands get them: in a thread that ImageJ gave options. */
class InputPreprocessorTest {
  @TempDir Path folder;
  private Context context;

  @BeforeEach
  void open() {
    context = new Context();
  }

  @AfterEach
  void close() {
    context.close();
  }

  private CommandModule run(Class<? extends TaskCommand> type, String options)
      throws InterruptedException {
    return MacroThread.run(context, type, options, null);
  }

  @Test
  void setsEveryInput() throws InterruptedException {
    String out = folder.resolve("with a space").toString();
    CommandModule module =
        run(
            ExampleDataCommand.class,
            "out=[" + out + "] cases=2 tests=0 size=16x16x16 spacing=1e1 open=false");
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertEquals(2, module.getInput("cases"));
    assertEquals(10.0, module.getInput("spacing"));
    assertEquals(1, module.getInput("seed"));
    module.getInfo().inputs().forEach(i -> assertTrue(module.isInputResolved(i.getName())));
    assertTrue(Files.exists(Path.of(out, "dataset.json")));
  }

  @Test
  void refusesWhatFijiWouldSkipOrTurnIntoZero() throws InterruptedException {
    String out = "out=" + folder.resolve("data") + " ";
    for (List<String> slip :
        List.of(
            List.of(
                "cases=x", "option cases cannot be 'x': it takes a whole number from 1 to 10000"),
            List.of(
                "cases=0", "option cases cannot be '0': it takes a whole number from 1 to 10000"),
            List.of(
                "spacing=NaN",
                "option spacing cannot be 'NaN': it takes a number such as 0.5"
                    + " or 1e-4 from 0.2 to 20.0"),
            List.of(
                "spacing=5d",
                "option spacing cannot be '5d': it takes a number such as 0.5 or 1e-4 from 0.2 to 20.0"),
            List.of("open=yes", "option open cannot be 'yes': it takes true or false"),
            List.of("cases=", "option cases has no value: it takes a whole number from 1 to 10000"),
            List.of(
                "case=3",
                "there is no option case: there are out, layout, cases, tests, open,"
                    + " advanced, size, spacing, seed, overwrite"))) {
      CommandModule module = run(ExampleDataCommand.class, out + slip.get(0));
      assertTrue(module.isCanceled(), slip.get(0));
      assertEquals(slip.get(1), module.getCancelReason());
    }
    assertFalse(Files.exists(folder.resolve("data")));
  }

  @Test
  void namesWhatIsMissing() throws InterruptedException {
    assertEquals(
        "option model is missing: it takes a folder",
        run(ModelInfoCommand.class, "model=").getCancelReason());
    assertEquals(
        "option backbone cannot be 'w-net': it takes one of seg-net, u-net, v-net",
        run(TrainCommand.class, "out=x backbone=w-net").getCancelReason());
  }
}
