/**
 * The way of every domain, from a target to a report; its assembly and its limits.
 *
 * <p>Must not know how anything is done.
 *
 * <p>Start at {@code Scanner}.
 */
@NullMarked
package org.zonedrift;

import org.jspecify.annotations.NullMarked;
