/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;

/** One run of the command line within the test's process, and what it printed. */
record CliRun(int code, String out, String err) {

  static CliRun of(Object... args) {
    return cancelled(() -> false, args);
  }

  static CliRun cancelled(BooleanSupplier cancelled, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), cancelled, texts);
    return new CliRun(code, out.toString(), err.toString());
  }

  /** The run, if it succeeded. */
  CliRun successful() {
    if (code != 0) {
      throw new AssertionError("exit code " + code + "\n" + err);
    }
    return this;
  }

  /** The first line of the complaint, without the program's name. */
  String complaint() {
    return err.lines()
        .filter(line -> line.startsWith("eg-cnn: "))
        .map(line -> line.substring("eg-cnn: ".length()))
        .findFirst()
        .orElse("");
  }
}
