/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.function.BooleanSupplier;
import org.egcnn.engine.EngineException;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.FailureReason;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line what went wrong, and with which exit code the process ends.
 *
 * @param err where to
 * @param verbose whether stack traces are shown
 */
record Failures(PrintWriter err, BooleanSupplier verbose)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    say(e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'");
    }
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    return report(e);
  }

  /** Reports what ended a command, and gives the exit code. */
  int report(Throwable e) {
    if (e instanceof CancelledException) {
      err.println("Cancelled");
      return ExitCode.CANCELLED;
    }
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    if (e instanceof BadInputException) {
      say(e.getMessage());
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof IOException file) {
      say(ofFile(file));
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof EngineException) {
      say(e.getMessage());
    } else if (e instanceof OutOfMemoryError) {
      say(
          "Java ran out of memory. Give it more, for example by the environment variable"
              + " EG_CNN_JAVA_OPTIONS=-Xmx8g");
    } else {
      say("failed unexpectedly: " + e + (verbose.getAsBoolean() ? "" : ". See --verbose"));
    }
    return ExitCode.FAILURE;
  }

  private static String ofFile(IOException e) {
    String where =
        e instanceof FileSystemException file && file.getFile() != null
            ? file.getFile()
            : "A file could not be read or written";
    return where + ": " + FailureReason.of(e) + ". Check the path, its permissions and its disk";
  }

  private void say(String message) {
    err.println("eg-cnn: " + message);
  }
}
