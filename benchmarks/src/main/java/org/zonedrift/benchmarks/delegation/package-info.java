/**
 * What it costs to learn who serves a zone: reading a TLD's zone file, and remembering hosts.
 *
 * <p>Must not know how the library does it: only what it gives.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.delegation.DelegationBench}.
 */
@NullMarked
package org.zonedrift.benchmarks.delegation;

import org.jspecify.annotations.NullMarked;
