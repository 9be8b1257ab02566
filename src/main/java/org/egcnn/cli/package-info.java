/**
 * The command line: {@code eg-cnn} with a class for each sub-command, thin over the tasks that the
 * menus share. Results go to standard output, progress and messages to standard error. Exit codes:
 * 0 success, 1 failure, 2 bad usage or bad input, 130 cancelled.
 */
package org.egcnn.cli;
