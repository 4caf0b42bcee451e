/**
 * Owns: benchmarks.
 * Must not know: nothing that it does not measure.
 * Start here: the README.
 */
@NullMarked
package org.zonedrift.benchmarks;

import org.jspecify.annotations.NullMarked;
