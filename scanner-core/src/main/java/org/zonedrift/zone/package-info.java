/**
 * The words of the product: names, serials, SOA records, server addresses, delegations.
 *
 * <p>Must not know anything but the JDK.
 *
 * <p>Start at {@link org.zonedrift.zone.Delegation}.
 */
@NullMarked
package org.zonedrift.zone;

import org.jspecify.annotations.NullMarked;
