/**
 * How long a polite scan takes, before it begins: what it asks of whom, and which of the limits bounds it.
 *
 * <p>Must not know how a scan is done.
 *
 * <p>Start at {@link org.zonedrift.cli.plan.Workload}.
 */
@NullMarked
package org.zonedrift.cli.plan;

import org.jspecify.annotations.NullMarked;
