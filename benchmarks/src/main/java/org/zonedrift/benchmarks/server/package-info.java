/**
 * The simulated Internet's servers beside a bare responder: what an answer costs them.
 *
 * <p>Must not know anything that it does not measure.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.server.ServerBench}.
 */
@NullMarked
package org.zonedrift.benchmarks.server;

import org.jspecify.annotations.NullMarked;
