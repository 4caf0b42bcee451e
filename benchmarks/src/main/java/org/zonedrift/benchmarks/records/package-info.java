/**
 * What writing, packing and reading records costs.
 *
 * <p>Must not know the network.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.records.RecordBenchmark}.
 */
@NullMarked
package org.zonedrift.benchmarks.records;

import org.jspecify.annotations.NullMarked;
