/**
 * One visit to one address, and what came of it.
 *
 * <p>Must not know what other servers said.
 *
 * <p>Start at {@link org.zonedrift.probe.ZoneProber}.
 */
@NullMarked
package org.zonedrift.probe;

import org.jspecify.annotations.NullMarked;
