/**
 * Whom not to ask: special-purpose addresses, and everybody who asked to be left alone.
 *
 * <p>Must not know anything but names and addresses.
 *
 * <p>Start at {@link org.zonedrift.safety.AddressRules} and {@link org.zonedrift.safety.Exclusions}.
 */
@NullMarked
package org.zonedrift.safety;

import org.jspecify.annotations.NullMarked;
