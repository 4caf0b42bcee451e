/**
 * Benchmarks of resolvers: when each query is due, what became of it, and what that says.
 *
 * <p>Must not know sockets, verdicts about zones, or how results are shown.
 *
 * <p>Start at {@link org.zonedrift.fleet.Benchmark}.
 */
@NullMarked
package org.zonedrift.fleet;

import org.jspecify.annotations.NullMarked;
