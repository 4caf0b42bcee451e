/**
 * Watching a scan: where it stands while it runs, and what it found when it is over; all on
 * stderr.
 *
 * <p>Must not know any command.
 *
 * <p>Start at {@link org.zonedrift.cli.watch.Tally}.
 */
@NullMarked
package org.zonedrift.cli.watch;

import org.jspecify.annotations.NullMarked;
