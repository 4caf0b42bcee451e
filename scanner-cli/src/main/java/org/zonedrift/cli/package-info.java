/**
 * The program {@code zonedrift}: which commands it has, and how it begins and ends.
 *
 * <p>Must not know how a verdict comes about.
 *
 * <p>Start at {@link org.zonedrift.cli.Zonedrift}.
 */
@NullMarked
package org.zonedrift.cli;

import org.jspecify.annotations.NullMarked;
