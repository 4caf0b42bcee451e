/**
 * A few zones at a prompt: what their servers say, what it means, what to do about it.
 *
 * <p>Must not know other commands.
 *
 * <p>Start at {@link org.zonedrift.cli.check.CheckCommand}.
 */
@NullMarked
package org.zonedrift.cli.check;

import org.jspecify.annotations.NullMarked;
