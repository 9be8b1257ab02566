/** Metrics, empty-mask conventions, the evaluation of a folder of predictions, and its reports. */
package org.egcnn.evaluate;
