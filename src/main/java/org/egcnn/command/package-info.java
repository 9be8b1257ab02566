/**
 * The entries of the menu Plugins &gt; EG-CNN as SciJava commands: each reads its inputs, runs one
 * task of the packages below and shows the result.
 */
package org.egcnn.command;
