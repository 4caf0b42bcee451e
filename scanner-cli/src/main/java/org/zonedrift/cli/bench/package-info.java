/**
 * The benchmark of resolvers as a command: its options, its fleet, and how results are shown.
 *
 * <p>Must not know other commands.
 *
 * <p>Start at {@link org.zonedrift.cli.bench.BenchCommand}.
 */
@NullMarked
package org.zonedrift.cli.bench;

import org.jspecify.annotations.NullMarked;
