/**
 * The commands in plain ImageJ 1.x and in macros: the strict reading of macro options, the dialogs,
 * the macro recorder and the bridge that {@code plugins.config} names.
 */
package org.egcnn.imagej;
