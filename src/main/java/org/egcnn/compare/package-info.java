/**
 * Fair comparison: trains every network of an experiment on the same cases, scores all of them
 * alike, and says by numbers which differ. {@link org.egcnn.compare.ComparisonTask} is the way in.
 */
package org.egcnn.compare;
