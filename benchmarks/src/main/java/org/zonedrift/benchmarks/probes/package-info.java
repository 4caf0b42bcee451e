/**
 * The exchange beside other programs that ask DNS servers: what a query costs.
 *
 * <p>Must not know anything that it does not measure.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.probes.ProbesBench}.
 */
@NullMarked
package org.zonedrift.benchmarks.probes;

import org.jspecify.annotations.NullMarked;
