/**
 * From bytes to targets: lists, CSV, zone files, earlier results; a bad line is a target too.
 *
 * <p>Must not know DNS messages, nor the network.
 *
 * <p>Start at {@link org.zonedrift.input.Target}.
 */
@NullMarked
package org.zonedrift.input;

import org.jspecify.annotations.NullMarked;
