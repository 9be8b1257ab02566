/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.egcnn.engine.EngineException;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.scijava.command.ContextCommand;

/**
 * What this plugin's commands share: they run one task, follow it in ImageJ's status line and log,
 * can be cancelled, and tell the user in one line what went wrong. A macro stops there; whoever
 * runs a command through SciJava finds the same line as its reason of cancellation.
 *
 * <p>An input's name is its key in macros: lower case with {@code _}, and none the end of another
 * behind a {@code _}, since ImageJ looks for keys within the text. Inputs with the attribute {@code
 * page} are asked for in a second dialog, if the input {@value #ADVANCED} is ticked.
 */
public abstract class TaskCommand extends ContextCommand {
  /** The input that asks for the second dialog. */
  public static final String ADVANCED = "advanced";

  /** The attribute of inputs that belong into the second dialog. */
  public static final String PAGE = "page";

  /** The value of {@link #PAGE} for inputs at the end of that dialog, which few need. */
  public static final String LAST = "last";

  private static final String TITLE = "EG-CNN";

  /**
   * Does the command's work.
   *
   * @param listener follows it in ImageJ
   * @throws BadInputException if an input cannot be used
   * @throws CancelledException if the user cancelled
   */
  protected abstract void execute(TaskListener listener) throws IOException, CancelledException;

  @Override
  public final void run() {
    try (OrderlyEnd end = OrderlyEnd.watch()) {
      execute(new CommandListener(new ImageJProgress(), this, end));
      IJ.showStatus("");
    } catch (CancelledException e) {
      stopped();
    } catch (IOException | EngineException | IllegalArgumentException e) {
      fail(e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (OutOfMemoryError e) {
      fail(
          "Java's memory ("
              + Runtime.getRuntime().maxMemory() / (1 << 20)
              + " MB) is used up. Give it more in Edit > Options > Memory & Threads, or by -Xmx");
    } catch (RuntimeException | Error e) {
      if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
        cancel("Cancelled");
        return;
      }
      // SciJava would only log it, and a macro would go on without its result.
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      IJ.log(trace.toString());
      fail("Something unforeseen went wrong: " + e + ". Please report it with the log");
    } finally {
      IJ.showProgress(1);
    }
  }

  private void stopped() {
    if (IJ.isMacro()) {
      fail("Cancelled");
    } else {
      cancel("Cancelled");
      IJ.showStatus("EG-CNN: cancelled");
    }
  }

  /**
   * Cancels the command, shows why, and stops the macro that runs it.
   *
   * @param message what is wrong and what to do, in one line
   */
  public final void fail(String message) {
    cancel(message);
    Interpreter macro = Interpreter.getInstance();
    if (macro != null && Screen.exists() && IJ.getInstance() == null) {
      // ImageJ started with -batch on a virtual screen would wait for somebody to press OK.
      IJ.log("Macro Error: " + message);
      macro.setIgnoreErrors(true);
    }
    try {
      IJ.error(TITLE, message);
    } catch (RuntimeException e) {
      // So ImageJ stops a macro; this thread need not be the macro's.
      if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
    }
  }
}
