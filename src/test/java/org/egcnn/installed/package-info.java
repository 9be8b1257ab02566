/**
 * Tests of what is installed: the zip that the build makes, unpacked, beside other programs and in
 * other people's ImageJ. Each needs something that a plain build does not have and runs in a Maven
 * profile of the name of its tag.
 */
package org.egcnn.installed;
