/**
 * The demonstration: a simulated Internet, a scan of it, and both compared with the truth.
 *
 * <p>Must not know other commands.
 *
 * <p>Start at {@link org.zonedrift.cli.demo.Habit}.
 */
@NullMarked
package org.zonedrift.cli.demo;

import org.jspecify.annotations.NullMarked;
