/**
 * Reports for readers: one HTML file that needs nothing else, with sortable tables and figures.
 *
 * <p>{@link org.egcnn.report.HtmlReport} is the way in; what it is made of are the {@link
 * org.egcnn.report.ReportBlock blocks}.
 */
package org.egcnn.report;
