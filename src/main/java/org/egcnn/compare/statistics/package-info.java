/** The few statistics that paired scores of the same cases need. */
package org.egcnn.compare.statistics;
