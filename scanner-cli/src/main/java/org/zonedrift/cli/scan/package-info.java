/**
 * One run of the scanner for a command: what comes in, what goes out, and who watches.
 *
 * <p>Must not know any command.
 *
 * <p>Start at {@link org.zonedrift.cli.scan.ScanRun}.
 */
@NullMarked
package org.zonedrift.cli.scan;

import org.jspecify.annotations.NullMarked;
