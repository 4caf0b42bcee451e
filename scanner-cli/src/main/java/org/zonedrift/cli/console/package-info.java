/**
 * What every command shares: the streams, the terminal's manners, exit codes, tables.
 *
 * <p>Must not know any command.
 *
 * <p>Start at {@link org.zonedrift.cli.console.Streams}.
 */
@NullMarked
package org.zonedrift.cli.console;

import org.jspecify.annotations.NullMarked;
