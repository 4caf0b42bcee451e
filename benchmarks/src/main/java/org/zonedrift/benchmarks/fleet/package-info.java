/**
 * The benchmark of resolvers beside dnsperf: whether both measure the same, and what each costs.
 *
 * <p>Must not know the parts that it measures, only the program.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.fleet.FleetBench}.
 */
@NullMarked
package org.zonedrift.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
