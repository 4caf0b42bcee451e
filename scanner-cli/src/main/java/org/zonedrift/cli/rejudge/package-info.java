/**
 * Judging result files anew: which files there are, and what each record concludes now.
 *
 * <p>Must not know the network.
 *
 * <p>Start at {@link org.zonedrift.cli.rejudge.NewVerdicts}.
 */
@NullMarked
package org.zonedrift.cli.rejudge;

import org.jspecify.annotations.NullMarked;
