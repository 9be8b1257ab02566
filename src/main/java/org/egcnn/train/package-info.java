/**
 * The training loop: prepared cases, crops and their variation, schedule, validation, checkpoints
 * and what is written of them.
 */
package org.egcnn.train;
