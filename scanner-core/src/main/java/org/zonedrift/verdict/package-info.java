/**
 * What the outcomes of a zone's servers mean: order, schemes, sources, flags, verdict. Pure
 * functions.
 *
 * <p>Must not know Reactor, Netty, clocks or JSON.
 *
 * <p>Start at {@link org.zonedrift.verdict.Verdict}.
 */
@NullMarked
package org.zonedrift.verdict;

import org.jspecify.annotations.NullMarked;
