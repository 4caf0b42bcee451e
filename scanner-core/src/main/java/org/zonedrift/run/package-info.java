/**
 * Runs one can trust with a week: what was done, what is left, and the manifest that says so.
 *
 * <p>Must not know DNS.
 *
 * <p>Start at {@link org.zonedrift.run.Manifest}.
 */
@NullMarked
package org.zonedrift.run;

import org.jspecify.annotations.NullMarked;
