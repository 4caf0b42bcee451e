/**
 * Groups of options that several commands share, and how their values are written.
 *
 * <p>Must not know any command.
 *
 * <p>Start at {@link org.zonedrift.cli.option.ProbingOptions}.
 */
@NullMarked
package org.zonedrift.cli.option;

import org.jspecify.annotations.NullMarked;
