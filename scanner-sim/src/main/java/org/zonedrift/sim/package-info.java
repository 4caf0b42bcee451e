/**
 * Owns: a simulated Internet with known truth, computed from a seed.
 * Must not know: the command line.
 * Start here: the README.
 */
@NullMarked
package org.zonedrift.sim;

import org.jspecify.annotations.NullMarked;
