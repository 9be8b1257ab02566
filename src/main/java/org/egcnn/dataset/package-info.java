/**
 * What a folder of cases is: its layout, its cases and labels, how they are split for training, and
 * what is known about their sizes and intensities before training begins.
 */
package org.egcnn.dataset;
