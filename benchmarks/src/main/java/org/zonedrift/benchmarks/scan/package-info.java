/**
 * Whole scans of a simulated Internet, from a zone file or a list to records: what a probe costs.
 *
 * <p>Must not know how a scanner works: it starts the program as its users do.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.scan.ScanBench}.
 */
@NullMarked
package org.zonedrift.benchmarks.scan;

import org.jspecify.annotations.NullMarked;
