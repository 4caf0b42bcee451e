/**
 * A scan as a job on Apache Flink: where its targets come from, the engine of each process, and where
 * its records and counts go.
 *
 * <p>Must not know how a zone is looked at, nor how a record is written.
 *
 * <p>Start at {@link org.zonedrift.flink.ScanJob}.
 */
@NullMarked
package org.zonedrift.flink;

import org.jspecify.annotations.NullMarked;
